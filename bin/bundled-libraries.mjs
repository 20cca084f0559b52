const folder = new URL('../node_modules/.cache/mujaz/', import.meta.url);

/** Libraries of which a start loads all files, 257 and 95. */
const LIBRARIES = ['kysely', 'zod'];

/**
 * Each with the file that holds all of it. The version is in its name, so that none is taken for another.
 *
 * @param {Record<string, string>} versions
 * @returns {Map<string, URL>}
 */
export function bundledLibraries(versions) {
  return new Map(LIBRARIES.map((name) => [name, new URL(`${name}-${versions[name]}.mjs`, folder)]));
}
