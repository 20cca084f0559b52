import type { Input, Request, Responder } from '#chat/request.ts';
import type { MessageLimits } from '#message/fit.ts';
import type { Message } from '#message/message.ts';

/** A terminal scrolls: nothing is dropped or split. */
const TERMINAL_LIMITS: MessageLimits = {
  characters: 10_000_000,
  blocks: 1_000_000,
  buttonsPerRow: 100,
  buttonRows: 1000,
  buttonLabel: 1000,
};

/** Keeps the core's answers, to be printed together. There is nothing to edit later, hence no receipts. */
export class TerminalResponder implements Responder {
  readonly limits = TERMINAL_LIMITS;
  readonly messages: Message[] = [];

  async reply(message: Message): Promise<null> {
    this.messages.push(message);
    return null;
  }

  replace(message: Message): Promise<null> {
    return this.reply(message);
  }

  async toast(text: string): Promise<void> {
    await this.reply({
      blocks: [{ type: 'paragraph', tone: 'notice', text }],
      buttons: [],
      subject: null,
    });
  }
}

/** What somebody at the terminal asks. They read; who edits does it where there is a name to write down. */
export function terminalRequest(input: Input): Request {
  return {
    chat: { platform: 'terminal', id: 'local', thread: null },
    chatKind: 'private',
    chatTitle: '',
    user: null,
    input,
    attached: null,
    isChatAdmin: async () => false,
    languageTag: 'ar',
  };
}
