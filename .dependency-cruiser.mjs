// The second witness of the layer rule (the first is Biome, in biome.json): it also sees type imports
// and whole chains. One line, left to right; a file imports from its own folder or from folders to the left.
const layers = ['shared', 'arabic', 'article', 'draft', 'brief', 'message', 'delivery', 'chat', 'adapters'];

const leftOnly = layers.slice(0, -1).map((layer, i) => ({
  name: `${layer}-looks-left`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: `^src/(${layers.slice(i + 1).join('|')}|main)(/|\\.ts$)` },
}));

export default {
  forbidden: [
    ...leftOnly,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'adapters-are-strangers',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/([^/]+)/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: { path: '^src/(?!main)' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'grammy-only-in-telegram',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/adapters/telegram/' },
      to: { path: 'node_modules/(grammy|@grammyjs)/' },
    },
    {
      name: 'discord-only-in-discord',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/adapters/discord/' },
      to: { path: 'node_modules/(discord\\.js|discord-api-types)/' },
    },
    {
      name: 'outside-only-in-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters/|main\\.ts$|main/)' },
      to: {
        path: '^(node:)?(fs|fs/promises|net|http|https|sqlite|child_process)$|node_modules/(kysely|pg|pg-boss|hono|@hono|node-cron)/',
      },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
