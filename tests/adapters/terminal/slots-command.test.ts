import { describe, expect, it } from 'vitest';
import { runSlotsCommand } from '#adapters/terminal/slots-command.ts';

async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const io = {
    out(text: string) {
      out += text;
    },
    err(text: string) {
      err += text;
    },
  };
  const code = await runSlotsCommand(args, io, Date.parse('2026-04-22T12:00:00Z'));
  return { code, out, err };
}

describe('mujaz slots', () => {
  it('prints the next slots over a night that Cairo cuts short', async () => {
    const { code, out } = await run('--at', '00:30', '--zone', 'Africa/Cairo', '--count', '3', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { at: '2026-04-22T22:30:00Z', local: '2026-04-23T00:30' },
      { at: '2026-04-23T22:00:00Z', local: '2026-04-24T01:00' },
      { at: '2026-04-24T21:30:00Z', local: '2026-04-25T00:30' },
    ]);
  });

  it('begins where it is told to, a line for each slot', async () => {
    const { out } = await run(
      '--at=08:00',
      '--zone=Asia/Riyadh',
      '--from=2026-11-25T08:00+03:00',
      '--count=2',
    );
    expect(out).toBe('2026-11-26T05:00:00Z  2026-11-26 08:00\n2026-11-27T05:00:00Z  2026-11-27 08:00\n');
  });

  it('takes Arabic-Indic digits', async () => {
    const latin = await run('--at', '08:00', '--zone', 'Asia/Riyadh', '--count', '3');
    expect(await run('--at', '٠٨:٠٠', '--zone', 'Asia/Riyadh', '--count', '٣')).toEqual(latin);
  });

  it('shows seven where no number is given, and its usage where it is asked', async () => {
    expect((await run('--at', '08:00', '--zone', 'Asia/Riyadh')).out.trim().split('\n')).toHaveLength(7);
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('usage:') });
  });

  it.each([
    [['--zone', 'Asia/Riyadh'], '--at is missing'],
    [['--at', '25:00', '--zone', 'Asia/Riyadh'], 'not a time'],
    [['--at', '08:00'], '--zone is missing'],
    [['--at', '08:00', '--zone', 'Asia/Nowhere'], 'not an IANA time zone'],
    [['--at', '08:00', '--zone', 'Asia/Riyadh', '--from', 'tomorrow'], 'not an instant'],
    [['--at', '08:00', '--zone', 'Asia/Riyadh', '--count', '0'], 'not a number from 1'],
    [['--at', '08:00', '--zone', 'Asia/Riyadh', '--often'], '--often'],
    [['please', '--at', '08:00', '--zone', 'Asia/Riyadh'], 'please'],
  ])('%j is refused with the reason and the usage', async (args, reason) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(reason);
    expect(err).toContain('usage:');
  });
});
