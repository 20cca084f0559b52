#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must be able to read this file and say what is missing.
import module from 'node:module';

const needed = 26;
const found = Number(process.versions.node.split('.')[0]);
if (found < needed) {
  process.stderr.write(
    `mujaz needs Node ${needed}, and this is ${process.version}. ` +
      'Run it as `npm start` or `npm run -s mujaz -- <command>` after `npm ci`: these bring the right Node along. ' +
      'Where no such Node is published for the platform (Alpine, FreeBSD), install Node 26 by hand.\n',
  );
  process.exit(1);
}
module.enableCompileCache();
const { main } = await import('../src/main.ts');
await main(process.argv.slice(2));
