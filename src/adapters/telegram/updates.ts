import { type Api, Bot } from 'grammy';
import type { Message, UserFromGetMe } from 'grammy/types';
import type { Request, Responder } from '#chat/request.ts';
import type { Receipt } from '#delivery/platform.ts';
import { composeNotice } from '#message/compose-lists.ts';
import { LABELS } from '#message/labels.ar.ts';
import { writeUserError } from '#message/user-errors.ar.ts';
import type { Clock } from '#shared/clock.ts';
import type { Logger } from '#shared/logger.ts';
import { UserError } from '#shared/user-error.ts';
import type { Answers } from './answers.ts';
import type { FetchFile } from './attached.ts';
import type { FormatChoice } from './format-choice.ts';
import { answerInline, type FindInline, receiptOfChosen } from './inline.ts';
import { describeError } from './map-error.ts';
import { type MembershipChange, readMembership } from './membership.ts';
import type { MessageIds } from './message-ids.ts';
import type { PersonalCommands } from './personal-commands.ts';
import { readMessage } from './read-message.ts';
import { requestOfButton, requestOfMessage } from './requests.ts';
import { ButtonResponder, MessageResponder } from './responders.ts';

/** The part of the chat core that Telegram needs. */
export interface ChatCore {
  handle(request: Request, responder: Responder): Promise<void>;
  /** Whether a plain text in a group speaks to the bot without naming it. */
  understands(text: string): boolean;
}

/** What others want to know of Telegram. What they throw is logged and goes no further. */
export interface TelegramEvents {
  /** The bot was let in, thrown out, blocked or let in again. */
  onMembership?(change: MembershipChange): Promise<void>;
  /** A group became a supergroup and goes on under another id. */
  onMigrated?(from: string, to: string): Promise<void>;
  /** Somebody sent a brief through inline mode; `choice` is the id that it was offered under. */
  onInlineSent?(receipt: Receipt, choice: string): Promise<void>;
  /** The server refused an answer for being too fast; it is waited for and repeated. */
  onTooFast?(): void;
}

export interface UpdateTools {
  api: Api;
  token: string;
  me: UserFromGetMe;
  chat: ChatCore;
  answers: Answers;
  ids: MessageIds;
  format: FormatChoice;
  findInline: FindInline | null;
  personalCommands: PersonalCommands | null;
  fetchFile: FetchFile;
  events: TelegramEvents;
  clock: Clock;
  logger: Logger;
}

/**
 * Hands each update to who it is for. Whatever goes wrong with one is logged, and the next is served.
 */
export function dispatchUpdates(tools: UpdateTools): Bot {
  const { events, logger, me } = tools;
  const bot = new Bot(tools.token, { botInfo: me });
  bot.on(['message', 'channel_post'], async (ctx) => {
    const { migrate_to_chat_id: to } = ctx.msg;
    if (to === undefined) return takeMessage(ctx.msg as Message, tools);
    await events.onMigrated?.(String(ctx.chat.id), String(to));
  });
  bot.on('my_chat_member', async (ctx) => {
    const change = readMembership(ctx.myChatMember);
    if (change) await events.onMembership?.(change);
  });
  bot.on('callback_query', async (ctx) => {
    const responder = new ButtonResponder(tools.answers, tools.api, ctx.callbackQuery, tools.clock, logger);
    try {
      await tools.chat.handle(requestOfButton(ctx.callbackQuery, tools.api), responder);
    } catch (error) {
      await apologise(error, (text) => responder.toast(text), logger);
    } finally {
      await responder.finish();
    }
  });
  bot.on('inline_query', async (ctx) => {
    if (tools.findInline) await answerInline(tools.api, ctx.inlineQuery, tools.findInline, tools.format);
  });
  bot.on('chosen_inline_result', async (ctx) => {
    const receipt = receiptOfChosen(ctx.chosenInlineResult);
    if (receipt) await events.onInlineSent?.(receipt, ctx.chosenInlineResult.result_id);
  });
  bot.catch(({ error, ctx }) =>
    logger.error({ reason: describeError(error), update: ctx.update.update_id }, 'an update failed'),
  );
  return bot;
}

async function takeMessage(message: Message, tools: UpdateTools): Promise<void> {
  tools.ids.see(String(message.chat.id), message.message_id);
  const input = readMessage(message, tools.me, (text) => tools.chat.understands(text));
  if (!input) return;
  const responder: Responder = new MessageResponder(tools.answers, message);
  const say = async (text: string) => void (await responder.reply(composeNotice(text)));
  try {
    const { api, fetchFile, me } = tools;
    await tools.chat.handle(
      await requestOfMessage(message, input, { api, botId: me.id, fetchFile }),
      responder,
    );
  } catch (error) {
    if (error instanceof UserError) await say(writeUserError(error));
    else await apologise(error, say, tools.logger);
  }
  if (message.chat.type === 'private') await tools.personalCommands?.refresh(String(message.chat.id));
}

async function apologise(
  error: unknown,
  say: (text: string) => Promise<void>,
  logger: Logger,
): Promise<void> {
  const number = crypto.randomUUID().slice(0, 4).toUpperCase();
  logger.error({ reason: describeError(error), number }, 'answering failed');
  await say(LABELS.failure(number));
}
