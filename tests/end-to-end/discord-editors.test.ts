import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_COMMANDS } from '#chat/desk/desk-commands.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { shownText } from '#tests/fakes/discord-shown.ts';
import type { FakeUser } from '#tests/fakes/discord-world.ts';
import { Program } from '#tests/fakes/program.ts';

const MANAGE_GUILD = String(1 << 5);
const ARTICLE =
  'حريق في ميناء عدن يوقع ضحايا كثيرين. قالت وزارة الصحة إن 7 من عمال الميناء قتلوا في عدن صباح الأحد.';

let dc: FakeDiscord;
let program: Program;
let owner: FakeUser;

beforeAll(async () => {
  dc = await FakeDiscord.start();
  owner = dc.user('المالك');
  program = new Program({ ...dc.env, ADMINS: `discord:${owner.id}`, LOG_LEVEL: 'warn' });
  await program.start();
  await dc.hasCommands();
});
afterAll(async () => {
  await program.remove();
  await dc.close();
});

describe('editors on Discord', () => {
  it('have their commands hidden in servers from those who do not manage them', () => {
    const editorial = new Set(DESK_COMMANDS.map(({ name }) => name));
    expect(dc.state.commands.length).toBeGreaterThan(editorial.size);
    for (const { name, default_member_permissions } of dc.state.commands as Record<string, string>[]) {
      const hidden = editorial.has(name ?? '') || name === 'موجز';
      expect([name, default_member_permissions ?? null]).toEqual([name, hidden ? MANAGE_GUILD : null]);
    }
  });

  it('fill in a form where an article is longer than a line, and nobody else is asked to', async () => {
    const opened = dc.slash({ user: owner, name: 'draft' });
    await opened.form();
    const draft = await dc
      .submit(opened, { text: ARTICLE, more: 'قال سالم النجار: "لم نر مثله".' })
      .reply(/مسودة/);
    for (const words of ['7 قتلى', '«لم نر مثله»']) expect(shownText(draft)).toContain(words);
    await dc.click(draft, 'إلغاء', owner).reply(/أُلغي/);
    const refused = dc.slash({ user: dc.user(), name: 'draft' });
    await refused.reply(/هذا الأمر للمحررين/);
    expect(refused.modal).toBeNull();
  });

  it('draft a message of somebody else from its menu «موجز»; it changes nothing for readers', async () => {
    const [channel] = dc.world.guild('غرفة الأخبار').channels;
    const message = dc.say({ user: dc.user('مراسل'), channel, text: ARTICLE });
    const asked = dc.menu({ user: owner, channel, name: 'موجز', message });
    const draft = await asked.reply(/مسودة/);
    expect(shownText(draft)).toContain('7 قتلى');
    await dc.menu({ user: dc.user(), channel, name: 'موجز', message }).reply(/هذا الأمر للمحررين/);
    await dc.click(draft, 'إلغاء', owner).reply(/أُلغي/);
  });

  it('are offered a draft of what they forward, and draft what they answer to', async () => {
    const [channel] = dc.world.guild('غرفة الأخبار').channels;
    const post = dc.say({ user: dc.user('قناة'), channel, text: ARTICLE });
    dc.say({ user: owner, text: '', forward: post });
    const offered = await dc.nextMessage(owner, /هل أصنع من هذا النص مسودة؟/);
    await dc.click(offered, 'مسودة', owner).reply(/7 قتلى/);
    await dc.slash({ user: owner, name: 'draft', options: { text: ARTICLE } }).reply(/عندك مسودة مفتوحة/);
  });
});
