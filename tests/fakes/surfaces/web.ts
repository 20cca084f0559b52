import { randomUUID } from 'node:crypto';
import type { PageContent, PageEntry } from '#adapters/web/render.ts';
import { textOf, WebClient } from '#tests/adapters/web/web-client.ts';
import type { AddedFile, Person, Surface } from '#tests/contracts/surface.ts';
import { Program } from '#tests/fakes/program.ts';
import { stripMarks } from '#tests/fakes/telegram-people.ts';

/** The program with its web chat, as browsers see it. */
export async function webSurface(): Promise<Surface> {
  const program = new Program();
  const address = await program.start();
  const [, ownerUrl = ''] = await program.line(/(http\S+\?key=\S+)/, 0, program.errors);
  return {
    program,
    async owner() {
      const client = new WebClient(address);
      const { pathname, search } = new URL(ownerUrl);
      await client.get(`${pathname}${search}`);
      await client.open();
      return new WebPerson(client, 'web:owner');
    },
    async reader() {
      const client = new WebClient(address);
      await client.open();
      return new WebPerson(client, 'web:reader');
    },
    close: () => program.remove(),
  };
}

type Shown = PageEntry & { content: Extract<PageContent, { by: 'mujaz' }> };

class WebPerson implements Person {
  readonly key: string;
  readonly #client: WebClient;

  constructor(client: WebClient, key: string) {
    this.#client = client;
    this.key = key;
  }

  async write(line: string, answer: RegExp, file?: AddedFile): Promise<string> {
    const after = (await this.#client.read()).at(-1)?.id ?? 0;
    const base64 = file && Buffer.from(file.content as string).toString('base64');
    const posted = await this.#client.post('/messages', {
      nonce: randomUUID(),
      text: line,
      file: file ? { name: file.name, base64 } : null,
    });
    return this.#answer([posted.body], after, answer);
  }

  async press(label: string, answer: RegExp, times = 1): Promise<string> {
    const events = await this.#client.read();
    const has = (text: readonly string[]) => stripMarks(text.join('')).includes(label);
    const messages = shownOf(events.map((e) => e.entry));
    for (const { id, content } of messages.toReversed())
      for (const button of content.buttons.flat()) {
        if (!('action' in button) || !has(button.label)) continue;
        const press = () => this.#client.press(id, button.action);
        const posted = await Promise.all(Array.from({ length: times }, press));
        return this.#answer(
          posted.map((p) => p.body),
          events.at(-1)?.id ?? 0,
          answer,
        );
      }
    throw new Error(`no button ${label}`);
  }

  async sees(text: RegExp): Promise<string> {
    return this.#next(0, text);
  }

  async shown(): Promise<string[]> {
    const events = await this.#client.read();
    return shownOf(events.map((e) => e.entry)).map(({ content }) => stripMarks(textOf(content) ?? ''));
  }

  /** A passing line of what was posted, else what the stream shows after it. */
  async #answer(bodies: readonly string[], after: number, answer: RegExp): Promise<string> {
    const passing = bodies.map((body) => stripMarks(body)).find((body) => answer.test(body));
    return passing ?? this.#next(after, answer);
  }

  /** The first text after that event that matches; waits on the stream until there is one. */
  async #next(after: number, text: RegExp): Promise<string> {
    let last = after;
    for (;;) {
      const events = await this.#client.read(last, 1);
      for (const { entry } of events) {
        const shown = stripMarks(textOf(entry.content) ?? '');
        if (entry.content.by === 'mujaz' && text.test(shown)) return shown;
      }
      last = events.at(-1)?.id ?? last;
    }
  }
}

/** The bot's messages as they are now, oldest first. */
function shownOf(entries: readonly PageEntry[]): Shown[] {
  const newest = new Map(entries.map((entry) => [entry.id, entry]));
  return [...newest.values()]
    .filter((entry): entry is Shown => entry.content.by === 'mujaz')
    .sort((a, b) => a.id - b.id);
}
