import type { Hono } from 'hono';
import type { DeliveryMetrics } from '#adapters/metrics/delivery-metrics.ts';
import type { DeliveryEngine } from '#delivery/delivery-engine.ts';
import { checkHealth } from '#delivery/health.ts';
import type { Store } from '#delivery/store.ts';
import type { Clock } from '#shared/clock.ts';

interface RouteParts {
  store: Store;
  metrics: DeliveryMetrics;
  clock: Clock;
  engine(): DeliveryEngine | null;
}

/** `GET /healthz`: 200 while ticks run, the store answers and no slot waits; else 503 and why. `GET /metrics`. */
export function operatorRoutes({ store, metrics, clock, engine }: RouteParts): (app: Hono) => void {
  const startedAt = clock.now();
  return (app) => {
    app.get('/healthz', async (context) => {
      const lastTick = engine()?.lastTick ?? null;
      const health = await checkHealth(store, { lastTick, startedAt }, clock);
      return context.json(health, health.ok ? 200 : 503);
    });
    app.get('/metrics', async (context) => {
      const { contentType, text } = await metrics.read();
      return context.body(text, 200, { 'content-type': contentType });
    });
  };
}
