#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must be able to read this file and say what is missing.
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { bundledLibraries } from './bundled-libraries.mjs';

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
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const bundled = new Map([...bundledLibraries(dependencies)].filter(([, file]) => existsSync(file)));
module.registerHooks({
  resolve(name, context, next) {
    const file = bundled.get(name);
    return file ? { url: file.href, format: 'module', shortCircuit: true } : next(name, context);
  },
});
const { main } = await import('../src/main.ts');
await main(process.argv.slice(2));
