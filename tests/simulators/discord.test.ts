import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/fakes/program.ts';
import { loadSimulators, missingSimulators } from './load-simulators.ts';

// biome-ignore lint/suspicious/noExplicitAny: the simulators are JavaScript without declarations
type Simulator = any;

/** The real program against a simulator that checks every request with Discord's published description of its API. */
describe.skipIf(missingSimulators)('the program on a simulated Discord', () => {
  let dc: Simulator;
  let program: Program;
  let guild: Simulator;
  let owner: Simulator;

  beforeAll(async () => {
    const { DiscordSim } = await loadSimulators();
    dc = await DiscordSim.start();
    owner = dc.user({ username: 'owner', locale: 'ar' });
    guild = dc.guild({ name: 'غرفة', members: [owner] });
    program = new Program({ ...dc.env, ADMINS: `discord:${owner.id ?? owner}` });
    await program.start();
    await dc.waitForBot({ commands: 1 });
  });
  afterAll(async () => {
    await program?.remove();
    await dc?.close();
  });

  const errors = () => dc.violations.errors();

  it.each([
    ['brief', { words: 'kazakhstan' }, /16 قتيلاً/],
    ['brief', { words: 'zzzzqqqq' }, /لا موجز عندي/],
    ['brief', { words: '@everyone `x` <@1> _*~' }, /لا موجز عندي/],
    ['brief', {}, /أحدث الموجزات/],
    ['latest', {}, /أحدث الموجزات/],
    ['help', {}, /الأوامر/],
    ['status', {}, /الحالة/],
  ])('/%s %j in a server and in a direct message', async (name, options, answer) => {
    const ann = dc.user({ username: 'ann', locale: 'ar' });
    expect(await dc.slash({ guild, user: ann, name, options }).reply(answer)).toBeTruthy();
    expect(await dc.slash({ dm: ann, user: ann, name, options }).reply(answer)).toBeTruthy();
    expect(errors()).toEqual([]);
  });

  it('as an app of the user, outside its servers', async () => {
    const ann = dc.user({ username: 'ann', locale: 'ar' });
    const shown = await dc
      .slash({ dm: ann, user: ann, name: 'brief', options: { words: 'Almaty' }, userInstall: true })
      .reply(/الخلاصة/);
    expect(shown).toBeTruthy();
    expect(errors()).toEqual([]);
  });

  it('offers briefs while a name is typed', async () => {
    const ann = dc.user({ username: 'ann', locale: 'ar' });
    const choices = await dc.autocomplete({
      guild,
      user: ann,
      name: 'brief',
      focused: 'words',
      value: 'كازا',
    });
    expect(JSON.stringify(choices)).toContain('kazakhstan');
  });

  it('every button of a brief, in place', async () => {
    const ann = dc.user({ username: 'ann', locale: 'ar' });
    let message = await dc
      .slash({ guild, user: ann, name: 'brief', options: { words: 'kazakhstan' } })
      .reply(/الخلاصة/);
    for (const [label, shown] of [
      ['الضحايا 2', /وتابع أن 16/],
      ['المواقع', /ألما آتا/],
      ['الموجز', /الخلاصة/],
    ] as const)
      message = await dc.click(message, label, ann).reply(shown);
    expect(errors()).toEqual([]);
  });

  it('subscribes a server for those who manage it only', async () => {
    const ann = dc.user({ username: 'ann', locale: 'ar' });
    const refused = dc.slash({
      guild,
      user: ann,
      name: 'subscribe',
      options: { time: '08:00' },
      memberPermissions: '0',
    });
    expect(await refused.reply(/إلا مشرفوها/)).toBeTruthy();
    const taken = dc.slash({
      guild,
      user: ann,
      name: 'subscribe',
      options: { time: '08:00', zone: 'القاهرة' },
      memberPermissions: String(1 << 5),
    });
    expect(await taken.reply(/تم الاشتراك/)).toBeTruthy();
    expect(errors()).toEqual([]);
  });

  it('goes on after a lost gateway', async () => {
    dc.dropGateway({ mode: 'reconnect' });
    await dc.waitForBot({ since: Date.now() }).catch(() => {});
    const ann = dc.user({ username: 'ann', locale: 'ar' });
    expect(
      await dc
        .slash({ guild, user: ann, name: 'brief', options: { words: 'kazakhstan' } })
        .reply(/الخلاصة/, 20_000),
    ).toBeTruthy();
    expect(errors()).toEqual([]);
  }, 40_000);

  it('drafts, publishes and pushes for its owner', async () => {
    const article =
      'حريق في ميناء عدن يوقع ضحايا. قالت وزارة الصحة إن 7 من عمال الميناء قتلوا في عدن صباح الأحد.';
    const draft = await dc
      .slash({ dm: owner, user: owner, name: 'draft', options: { text: article } })
      .reply(/مسودة/);
    expect(await dc.click(draft, 'نشر', owner).reply(/نُشر/)).toBeTruthy();
    const ann = dc.user({ username: 'ann', locale: 'ar' });
    expect(
      await dc.slash({ guild, user: ann, name: 'brief', options: { words: 'عدن' } }).reply(/7 قتلى/),
    ).toBeTruthy();
    expect(errors()).toEqual([]);
  });
});
