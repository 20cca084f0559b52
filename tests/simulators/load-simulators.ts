import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..', '..');
const source = resolve(root, '..', 'shared', 'sim');
const specs = resolve(root, '..', 'shared', 'specs');

/** Why the suite cannot run here, or null. */
export const missingSimulators =
  existsSync(join(source, 'index.mjs')) && existsSync(specs)
    ? null
    : 'the platform simulators are not beside the repository';

if (missingSimulators) console.log(`skipped: ${missingSimulators}`);

/** The simulators from a copy of their own, with the packages that the project has installed anyway. */
export async function loadSimulators() {
  const copy = mkdtempSync(join(tmpdir(), 'mujaz-simulators-'));
  cpSync(source, copy, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  process.env.SIM_SPECS_DIR = specs;
  // biome-ignore lint/suspicious/noExplicitAny: the simulators are JavaScript without declarations
  return (await import(pathToFileURL(join(copy, 'index.mjs')).href)) as any;
}
