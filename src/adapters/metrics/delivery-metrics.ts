import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryEvents } from '#delivery/delivery-events.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';

export interface DeliveryMetrics {
  events: DeliveryEvents;
  /** What Prometheus reads. */
  read(): Promise<{ contentType: string; text: string }>;
}

/** Reasons kept apart; the platforms' own words could be endless. */
const MOST_REASONS = 40;

/** Counts what deliveries do, and asks the ledger for what is open when it is read. */
export function deliveryMetrics(
  store: Pick<Store, 'ledger' | 'subscriptions'>,
  clock: Clock,
): DeliveryMetrics {
  const register = new Registry();
  const registers = [register];
  const owed = new Counter({
    name: 'mujaz_deliveries_owed_total',
    help: 'Deliveries written to the ledger',
    labelNames: ['kind'],
    registers,
  });
  const sent = new Histogram({
    name: 'mujaz_delivery_seconds',
    help: 'Time that the platform took to accept a delivery or an edit',
    labelNames: ['platform', 'kind'],
    buckets: [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    registers,
  });
  const failed = new Counter({
    name: 'mujaz_deliveries_failed_total',
    help: 'Deliveries given up, by reason',
    labelNames: ['platform', 'kind', 'reason'],
    registers,
  });
  const retried = new Counter({
    name: 'mujaz_delivery_retries_total',
    help: 'Attempts that will be repeated; slow-down is a 429',
    labelNames: ['platform', 'kind'],
    registers,
  });
  const settled = new Counter({
    name: 'mujaz_deliveries_settled_total',
    help: 'Sends whose answer was lost, by what was found out',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const lastTick = new Gauge({
    name: 'mujaz_last_tick_timestamp_seconds',
    help: 'When the schedule was last worked through',
    registers,
  });
  gauges(registers, store, clock);
  const reasons = new Set<string>();
  return {
    events: {
      owed: (kind, count) => owed.inc({ kind }, count),
      sent: (platform, kind, milliseconds) => sent.observe({ platform, kind }, milliseconds / 1000),
      failed(platform, kind, reason) {
        if (reasons.size < MOST_REASONS) reasons.add(reason);
        failed.inc({ platform, kind, reason: reasons.has(reason) ? reason : 'other' });
      },
      retried: (platform, kind) => retried.inc({ platform, kind }),
      settled: (platform, outcome) => settled.inc({ platform, outcome }),
      ticked: (now) => lastTick.set(now / 1000),
    },
    read: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  };
}

/** Asked of the store at the moment of reading, so that they are true after a restart too. */
function gauges(registers: Registry[], store: Pick<Store, 'ledger' | 'subscriptions'>, clock: Clock): void {
  const counts = () => store.ledger.counts(clock.now());
  new Gauge({
    name: 'mujaz_deliveries_due',
    help: 'Deliveries that are due and not sent',
    labelNames: ['platform'],
    registers,
    async collect() {
      this.reset();
      for (const [platform, n] of Object.entries((await counts()).due)) this.set({ platform }, n);
    },
  });
  new Gauge({
    name: 'mujaz_deliveries_unknown',
    help: 'Sends whose answer was lost and that are not settled',
    registers,
    async collect() {
      this.set((await counts()).unknown);
    },
  });
  new Gauge({
    name: 'mujaz_delivery_lag_seconds',
    help: 'Age of the oldest delivery that is due and not sent',
    registers,
    async collect() {
      this.set((await counts()).lagMilliseconds / 1000);
    },
  });
  new Gauge({
    name: 'mujaz_slot_lag_seconds',
    help: 'Age of the oldest slot that has come and is not planned',
    registers,
    async collect() {
      const now = clock.now();
      this.set((now - ((await store.subscriptions.oldestDue(now)) ?? now)) / 1000);
    },
  });
}
