// Puts each of the libraries that come as hundreds of files, all of which every start would look up and load, into one
// file beside the installed packages: mujaz.mjs takes it from there. Where it cannot be made (no development
// packages, an old Node) the packages themselves are loaded, and the start takes a tenth of a second longer.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledLibraries } from './bundled-libraries.mjs';

const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
try {
  const { build } = await import('rolldown');
  for (const [name, file] of bundledLibraries(dependencies))
    await build({
      input: name,
      platform: 'node',
      logLevel: 'warn',
      output: { file: fileURLToPath(file), format: 'esm', minify: false },
    });
} catch (error) {
  console.warn(`libraries are not bundled: ${error instanceof Error ? error.message : error}`);
}
