/** Composition root: reads the environment, builds the objects, starts and stops them. */
export async function main(_argv: string[]): Promise<void> {
  process.exitCode = 2;
}
