import { expect, it } from 'vitest';
import { NO_EVENTS } from '#delivery/delivery-events.ts';
import { lateMetrics } from '#main/late-metrics.ts';

function recorded() {
  const seen: unknown[] = [];
  let builds = 0;
  const metrics = lateMetrics(async () => {
    builds++;
    const events = { ...NO_EVENTS, owed: (...event: unknown[]) => void seen.push(event) };
    return { events, read: async () => ({ contentType: 'text/plain', text: `${seen.length}` }) };
  });
  return { metrics, seen, builds: () => builds };
}

it('counts what happened before the metrics were loaded, and in order', async () => {
  const { metrics, seen } = recorded();
  metrics.events.owed('digest', 3);
  metrics.events.owed('push', 1);
  expect(seen).toEqual([]);
  await metrics.load();
  metrics.events.owed('digest', 2);
  expect(seen).toEqual([
    ['digest', 3],
    ['push', 1],
    ['digest', 2],
  ]);
});

it('loads them when they are read, and once only', async () => {
  const { metrics, builds } = recorded();
  metrics.events.owed('digest', 3);
  const [first] = await Promise.all([metrics.read(), metrics.read(), metrics.load()]);
  expect([first.text, builds()]).toEqual(['1', 1]);
});
