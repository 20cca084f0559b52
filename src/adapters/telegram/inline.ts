import type { Api } from 'grammy';
import type {
  ChosenInlineResult,
  InlineQuery,
  InlineQueryResultArticle,
  InputMessageContent,
  InputRichMessageContent,
} from 'grammy/types';
import type { InlineChoice } from '#chat/inline-briefs.ts';
import type { Receipt } from '#delivery/platform.ts';
import type { MessageLimits } from '#message/fit.ts';
import type { Format } from './profile.ts';
import { renderMessage } from './render.ts';
import type { Rendered } from './rendered.ts';

/** Finds what can be sent for the words; every choice's message fits the limits. */
export type FindInline = (words: string, limits: MessageLimits) => Promise<InlineChoice[]>;

/** A query longer than this is no question for a brief; the server itself sends at most 256 characters. */
const WORDS = 256;

export async function answerInline(
  api: Api,
  query: InlineQuery,
  find: FindInline,
  format: { current: Format; limits: MessageLimits },
): Promise<void> {
  const choices = await find(query.query.slice(0, WORDS), format.limits);
  const results = choices.map((choice) => articleOf(choice, renderMessage(choice.message, format.current)));
  // Never kept by the server: a corrected brief must not be offered as it was.
  await api.raw.answerInlineQuery({ inline_query_id: query.id, results, cache_time: 0, is_personal: false });
}

function articleOf({ id, title, description }: InlineChoice, rendered: Rendered): InlineQueryResultArticle {
  return {
    type: 'article',
    id,
    title,
    ...(description === '' ? {} : { description }),
    input_message_content: contentOf(rendered),
    ...(rendered.keyboard.inline_keyboard.length > 0 ? { reply_markup: rendered.keyboard } : {}),
  };
}

function contentOf(rendered: Rendered): InputMessageContent {
  if (rendered.format === 'rich')
    return { rich_message: rendered.rich as InputRichMessageContent['rich_message'] };
  const { text, entities } = rendered;
  return { message_text: text, entities, link_preview_options: { is_disabled: true } };
}

/** Where the chosen message is, for later corrections; null where it has no buttons and so cannot be edited. */
export function receiptOfChosen({ inline_message_id, from }: ChosenInlineResult): Receipt | null {
  if (inline_message_id === undefined) return null;
  const chat = { platform: 'telegram' as const, id: String(from.id), thread: null };
  return { chat, messageIds: [inline_message_id], format: 'inline', contentHash: '' };
}
