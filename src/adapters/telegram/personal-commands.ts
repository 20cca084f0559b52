import type { Api } from 'grammy';
import type { Audience, CommandInfo } from '#chat/commands.ts';
import type { Logger } from '#shared/logger.ts';
import { registerForPerson } from './commands.ts';
import { mapError } from './map-error.ts';

/** Which commands a person may give, now; readers have those of every private chat. */
export type AudiencesOf = (userId: string) => Promise<readonly Audience[]>;

/** Editors find their commands in the list of their private chat with the bot; nobody else sees them. */
export class PersonalCommands {
  readonly #api: Api;
  readonly #commands: readonly CommandInfo[];
  readonly #audiencesOf: AudiencesOf;
  readonly #logger: Logger;
  /** What each editor's list was last made for; readers are not kept. */
  readonly #shown = new Map<string, string>();

  constructor(api: Api, commands: readonly CommandInfo[], audiencesOf: AudiencesOf, logger: Logger) {
    this.#api = api;
    this.#commands = commands;
    this.#audiencesOf = audiencesOf;
    this.#logger = logger;
  }

  /** After somebody wrote in private: brings the list up to date where the person's role has changed. Never throws. */
  async refresh(userId: string): Promise<void> {
    try {
      const audiences = await this.#audiencesOf(userId);
      const isReader = audiences.every((a) => a === 'reader' || a === 'chat-admin');
      const wanted = audiences.join(' ');
      const shown = this.#shown.get(userId);
      if (shown === wanted || (isReader && shown === undefined)) return;
      await registerForPerson(this.#api, userId, this.#commands, isReader ? [] : audiences);
      if (isReader) this.#shown.delete(userId);
      else this.#shown.set(userId, wanted);
    } catch (error) {
      this.#logger.warn(
        { user: userId, reason: mapError(error).reason },
        'an editor’s command list could not be registered',
      );
    }
  }
}
