import { type TelegramOptions, TelegramPlatform } from '#adapters/telegram/platform.ts';
import type { ChatCore } from '#adapters/telegram/updates.ts';
import { READER_COMMANDS } from '#chat/commands.ts';
import type { Request, Responder } from '#chat/request.ts';
import { systemClock } from '#shared/clock.ts';
import type { LogFields, Logger } from '#shared/logger.ts';
import { Secret } from '#shared/secret.ts';
import type { FakeTelegram } from '#tests/fakes/telegram-server.ts';

/** Keeps every line, so that a test can look for what must not be in it. */
export class LoggedLines implements Logger {
  readonly lines: { level: string; fields: LogFields; sentence: string }[] = [];
  #keep(level: string, fields: LogFields, sentence: string): void {
    this.lines.push({ level, fields, sentence });
  }
  debug(fields: LogFields, sentence: string): void {
    this.#keep('debug', fields, sentence);
  }
  info(fields: LogFields, sentence: string): void {
    this.#keep('info', fields, sentence);
  }
  warn(fields: LogFields, sentence: string): void {
    this.#keep('warn', fields, sentence);
  }
  error(fields: LogFields, sentence: string): void {
    this.#keep('error', fields, sentence);
  }
  child(): Logger {
    return this;
  }
}

/** A core that does what the test says, and remembers what it was asked. */
export class StubChat implements ChatCore {
  readonly requests: Request[] = [];
  answer: (request: Request, responder: Responder) => Promise<unknown> = async () => undefined;

  async handle(request: Request, responder: Responder): Promise<void> {
    this.requests.push(request);
    await this.answer(request, responder);
  }

  understands(text: string): boolean {
    return text.startsWith('موجز');
  }
}

export interface Running {
  platform: TelegramPlatform;
  chat: StubChat;
  logged: LoggedLines;
}

/** The platform on the fake server, started. */
export async function startPlatform(
  tg: FakeTelegram,
  options: Partial<TelegramOptions> = {},
): Promise<Running> {
  const running = createPlatform(tg, options);
  await running.platform.start();
  return running;
}

export function createPlatform(tg: FakeTelegram, options: Partial<TelegramOptions> = {}): Running {
  const chat = new StubChat();
  const logged = new LoggedLines();
  const platform = new TelegramPlatform({
    token: new Secret(tg.token),
    apiRoot: tg.apiRoot,
    chat,
    commands: READER_COMMANDS,
    clock: systemClock,
    logger: logged,
    ...options,
  });
  return { platform, chat, logged };
}
