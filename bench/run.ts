import { reportTo } from './report.ts';

/** Each prints ratios against a baseline measured in the same run. */
const BENCHES: Record<string, () => Promise<{ run(): Promise<void> }>> = {
  lookup: () => import('./lookup.ts'),
  'telegram-answers': () => import('./telegram-answers.ts'),
  'discord-answers': () => import('./discord-answers.ts'),
  start: () => import('./start.ts'),
  draft: () => import('./draft.ts'),
  'draft-shown': () => import('./draft-shown.ts'),
  deliveries: () => import('./deliveries.ts'),
  store: () => import('./store.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  reportTo(name);
  await (await load()).run();
}
process.exit(0);
