import { fieldsOf } from '#adapters/discord/commands.ts';
import { READER_COMMANDS } from '#chat/commands.ts';
import { DESK_COMMANDS } from '#chat/desk/desk-commands.ts';
import { SUBSCRIPTION_COMMANDS } from '#chat/subscription-commands.ts';
import type { AddedFile, Person, Surface } from '#tests/contracts/surface.ts';
import type { FakeInteraction } from '#tests/fakes/discord-interaction.ts';
import { FakeDiscord } from '#tests/fakes/discord-server.ts';
import { pressables, shownText } from '#tests/fakes/discord-shown.ts';
import type { FakeUser } from '#tests/fakes/discord-world.ts';
import { Program } from '#tests/fakes/program.ts';
import { stripMarks } from '#tests/fakes/telegram-people.ts';

const COMMANDS = [...READER_COMMANDS, ...SUBSCRIPTION_COMMANDS, ...DESK_COMMANDS];

/** The program with Discord as its readers and editors see it, in direct messages. */
export async function discordSurface(): Promise<Surface> {
  const dc = await FakeDiscord.start();
  const owner = dc.user('المالك');
  const program = new Program({ ...dc.env, ADMINS: `discord:${owner.id}` });
  await program.start();
  await dc.hasCommands();
  return {
    program,
    owner: async () => new DiscordPerson(dc, owner),
    reader: async () => new DiscordPerson(dc, dc.user()),
    async close() {
      await program.remove();
      await dc.close();
    },
  };
}

class DiscordPerson implements Person {
  readonly key: string;
  readonly #dc: FakeDiscord;
  readonly #user: FakeUser;

  constructor(dc: FakeDiscord, user: FakeUser) {
    this.#dc = dc;
    this.#user = user;
    this.key = `discord:${user.id}`;
  }

  async write(line: string, answer: RegExp, file?: AddedFile): Promise<string> {
    const command = /^\/([a-z]+)\s*([\s\S]*)$/.exec(line);
    // What is no command there can only be written.
    if (command && COMMANDS.some((c) => c.name === command[1])) {
      const [, name = '', rest = ''] = command;
      const options = { ...optionsOf(name, rest), ...(file && { file: this.#upload(file) }) };
      return this.#answer([this.#dc.slash({ user: this.#user, name, options })], answer);
    }
    const before = new Set(this.#messages().map(({ id }) => id));
    this.#dc.say({ user: this.#user, text: line });
    return this.#dc.until(
      () =>
        this.#messages()
          .filter(({ id }) => !before.has(id))
          .map((m) => stripMarks(shownText(m)))
          .find((text) => answer.test(text)),
      () => `${answer} after ${line}`,
    );
  }

  press(label: string, answer: RegExp, times = 1): Promise<string> {
    const message = this.#messages().findLast((m) => pressables(m).some((p) => p.label.includes(label)));
    if (!message) throw new Error(`no button ${label}`);
    const pressed = Array.from({ length: times }, () => this.#dc.click(message, label, this.#user));
    return this.#answer(pressed, answer);
  }

  async sees(text: RegExp): Promise<string> {
    return this.#dc.until(
      () => this.#texts().findLast((shown) => text.test(shown)),
      () => `${text}; there are ${JSON.stringify(this.#texts())}`,
    );
  }

  async shown(): Promise<string[]> {
    return this.#texts();
  }

  #answer(asked: readonly FakeInteraction[], answer: RegExp): Promise<string> {
    const texts = () => asked.flatMap((a) => a.answers).map((m) => stripMarks(shownText(m)));
    return this.#dc.until(
      () => texts().find((text) => answer.test(text)),
      () => `${answer}; got ${JSON.stringify(texts())}`,
    );
  }

  #messages() {
    return this.#dc.messages(this.#user);
  }

  #texts(): string[] {
    return this.#messages().map((m) => stripMarks(shownText(m)));
  }

  #upload({ name, content }: AddedFile) {
    return { name, url: this.#dc.file(name, content), size: Buffer.byteLength(content) };
  }
}

/** The line's words as the command's fields, each a word and the last of them the rest. */
function optionsOf(name: string, rest: string): Record<string, string | number> {
  const info = COMMANDS.find((c) => c.name === name);
  if (!info) throw new Error(`no command ${name}`);
  const fields = fieldsOf(info).filter((field) => field.type !== 11);
  const words = rest.split(' ').filter(Boolean);
  return Object.fromEntries(
    fields.flatMap((field, i) => {
      const value = i === fields.length - 1 ? words.slice(i).join(' ') : (words[i] ?? '');
      return value === '' ? [] : [[field.name, field.type === 4 ? Number(value) : value]];
    }),
  );
}
