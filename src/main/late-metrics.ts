import type { DeliveryMetrics } from '#adapters/metrics/delivery-metrics.ts';
import type { DeliveryEvents } from '#delivery/delivery-events.ts';

export interface LateMetrics extends DeliveryMetrics {
  load(): Promise<void>;
}

/**
 * Metrics whose library is loaded after the start, or when they are first read: it takes longer than all that the
 * start itself computes. What happens before is kept and counted then.
 */
export function lateMetrics(build: () => Promise<DeliveryMetrics>): LateMetrics {
  const waiting: ((events: DeliveryEvents) => void)[] = [];
  let built: Promise<DeliveryMetrics> | null = null;
  let ready: DeliveryEvents | null = null;
  const tell = (call: (events: DeliveryEvents) => void) => {
    if (ready) call(ready);
    else waiting.push(call);
  };
  const load = () => {
    built ??= build().then((metrics) => {
      ready = metrics.events;
      for (const call of waiting.splice(0)) call(ready);
      return metrics;
    });
    return built;
  };
  return {
    events: {
      owed: (...event) => tell((events) => events.owed(...event)),
      sent: (...event) => tell((events) => events.sent(...event)),
      failed: (...event) => tell((events) => events.failed(...event)),
      retried: (...event) => tell((events) => events.retried(...event)),
      settled: (...event) => tell((events) => events.settled(...event)),
      ticked: (...event) => tell((events) => events.ticked(...event)),
    },
    read: async () => (await load()).read(),
    load: async () => void (await load()),
  };
}
