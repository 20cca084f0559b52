import { afterEach, expect, it } from 'vitest';
import { Program } from '#tests/fakes/program.ts';

const program = new Program({ LOG_LEVEL: 'warn' });
afterEach(() => program.remove());

it('goes on where nobody reads its log any more', async () => {
  const address = await program.start();
  program.stopReading();
  // A line in the log for each of these.
  for (let i = 0; i < 3; i++) await fetch(new URL('/?key=wrong', address));
  for (let i = 0; i < 3; i++) expect((await fetch(new URL('/healthz', address))).status).toBe(200);
  expect((await program.stop()).code).toBe(0);
});
