import type { User } from '@grammyjs/types';
import type { AddedFile, Person, Surface } from '#tests/contracts/surface.ts';
import { Program } from '#tests/fakes/program.ts';
import { stripMarks } from '#tests/fakes/telegram-people.ts';
import { FakeTelegram } from '#tests/fakes/telegram-server.ts';

const OWNER = 77;

/** The program with Telegram as its readers and editors see it. */
export async function telegramSurface(): Promise<Surface> {
  const tg = await FakeTelegram.start();
  const program = new Program({ ...tg.env, ADMINS: `telegram:${OWNER}` });
  await program.start();
  return {
    program,
    owner: async () => new TelegramPerson(tg, tg.user({ id: OWNER })),
    reader: async () => new TelegramPerson(tg, tg.user()),
    async close() {
      await program.remove();
      await tg.close();
    },
  };
}

class TelegramPerson implements Person {
  readonly key: string;
  readonly #tg: FakeTelegram;
  readonly #user: User;

  constructor(tg: FakeTelegram, user: User) {
    this.#tg = tg;
    this.#user = user;
    this.key = `telegram:${user.id}`;
  }

  async write(line: string, answer: RegExp, file?: AddedFile): Promise<string> {
    if (file) this.#tg.sendFile(this.#user, file.name, file.content as string | Buffer, line);
    else this.#tg.sendText(this.#user, line);
    return stripMarks((await this.#tg.nextMessage(this.#user, answer)).text);
  }

  async press(label: string, answer: RegExp, times = 1): Promise<string> {
    const has = (text: string) => text.includes(label);
    const message = this.#tg.messages(this.#user).findLast((m) => m.buttons.flat().some((b) => has(b.text)));
    if (!message) throw new Error(`no button ${label}`);
    const since = this.#tg.nextSequence();
    const pressed = Array.from({ length: times }, () => this.#tg.press(message, label, this.#user));
    return this.#tg.until(
      () => {
        const toasts = pressed.flatMap((p) => p.answers);
        const texts = this.#tg.messages(this.#user).filter((m) => m.sequence > since);
        return [...texts.map((m) => m.text), ...toasts].map(stripMarks).find((text) => answer.test(text));
      },
      `${answer} after ${label}; there: ${this.#tg.messages(this.#user).at(-1)?.text}`,
    );
  }

  sees(text: RegExp): Promise<string> {
    const find = () => this.#texts().findLast((shown) => text.test(shown));
    return this.#tg.until(find, `${text} in the chat of ${this.key}`);
  }

  async shown(): Promise<string[]> {
    return this.#texts();
  }

  #texts(): string[] {
    return this.#tg.messages(this.#user).map((m) => stripMarks(m.text));
  }
}
