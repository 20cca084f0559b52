import { vi } from 'vitest';
import { type DiscordOptions, DiscordPlatform } from '#adapters/discord/platform.ts';
import type { CommandInfo } from '#chat/commands.ts';
import { READER_COMMANDS } from '#chat/commands.ts';
import type { Request, Responder } from '#chat/request.ts';
import { SUBSCRIPTION_COMMANDS } from '#chat/subscription-commands.ts';
import { systemClock } from '#shared/clock.ts';
import type { LogFields, Logger } from '#shared/logger.ts';
import { Secret } from '#shared/secret.ts';
import type { FakeDiscord } from '#tests/fakes/discord-server.ts';

/** Keeps every line, so that a test can look for what must not be in it. */
export class LoggedLines implements Logger {
  readonly lines: { level: string; fields: LogFields; sentence: string }[] = [];
  debug = (fields: LogFields, sentence: string) => this.#keep('debug', fields, sentence);
  info = (fields: LogFields, sentence: string) => this.#keep('info', fields, sentence);
  warn = (fields: LogFields, sentence: string) => this.#keep('warn', fields, sentence);
  error = (fields: LogFields, sentence: string) => this.#keep('error', fields, sentence);
  child = () => this;

  #keep(level: string, fields: LogFields, sentence: string): void {
    this.lines.push({ level, fields, sentence });
  }
}

const editorial = (name: string, arabic: string): CommandInfo => ({
  name,
  arabic,
  words: [],
  who: 'editor',
  does: `أمر المحررين ${arabic}`,
  doesInEnglish: `Editors: ${name}`,
  argument: null,
});

/** The registry with stand-ins for the editors' commands. */
export const COMMANDS: readonly CommandInfo[] = [
  ...READER_COMMANDS,
  ...SUBSCRIPTION_COMMANDS,
  editorial('draft', 'مسودة'),
  editorial('update', 'تحديث'),
  editorial('correct', 'تصحيح'),
];

/** A core that does what the test says, and remembers what it was asked. */
export class StubChat {
  readonly requests: Request[] = [];
  answer: (request: Request, responder: Responder) => Promise<unknown> = async () => undefined;

  async handle(request: Request, responder: Responder): Promise<void> {
    this.requests.push(request);
    await this.answer(request, responder);
  }
}

export interface Running {
  platform: DiscordPlatform;
  chat: StubChat;
  logged: LoggedLines;
}

export function createPlatform(dc: FakeDiscord, options: Partial<DiscordOptions> = {}): Running {
  const chat = new StubChat();
  const logged = new LoggedLines();
  const platform = new DiscordPlatform({
    token: new Secret(dc.token),
    apiRoot: dc.apiRoot,
    chat,
    commands: COMMANDS,
    suggest: () => [],
    clock: systemClock,
    logger: logged,
    ...options,
  });
  return { platform, chat, logged };
}

/** The platform on the fake server, started, and its commands seen to. */
export async function startPlatform(
  dc: FakeDiscord,
  options: Partial<DiscordOptions> = {},
): Promise<Running> {
  const running = createPlatform(dc, options);
  await running.platform.start();
  const { lines } = running.logged;
  await vi.waitFor(() => {
    if (!lines.some(({ sentence }) => /commands on Discord/.test(sentence)))
      throw new Error('the commands are not seen to yet');
  });
  return running;
}
