import { createHash } from 'node:crypto';
import type { InlineKeyboardButton } from 'grammy/types';
import { encodeAction } from '#message/action.ts';
import type { Button, Message } from '#message/message.ts';
import { type Format, LIMITS, SERVER_LIMITS } from './profile.ts';
import { renderEntities } from './render-entities.ts';
import { renderRich, sizeOfRich } from './render-rich.ts';
import type { Rendered, RichContent, TextContent } from './rendered.ts';

/** Messages are never changed: one that is sent again is rendered once. */
const rendered = new WeakMap<Message, Rendered>();

/** Throws `RangeError` where the message is above the server's limits: `fitMessage` comes before. Never cuts. */
export function renderMessage(message: Message, format: Format): Rendered {
  const known = rendered.get(message);
  if (known?.format === format) return known;
  const made = render(message, format);
  rendered.set(message, made);
  return made;
}

function render(message: Message, format: Format): Rendered {
  const keyboard = { inline_keyboard: renderButtons(message.buttons) };
  if (format === 'rich') {
    const rich = renderRich(message);
    checkRich(rich);
    return { format, rich, keyboard, contentHash: hashOf({ rich, keyboard }) };
  }
  const content = renderEntities(message);
  checkText(content);
  return { format, ...content, keyboard, contentHash: hashOf({ ...content, keyboard }) };
}

function hashOf(shown: object): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}

function renderButtons(rows: readonly Button[][]): InlineKeyboardButton[][] {
  const { buttonsPerRow, buttonRows } = LIMITS.rich;
  if (rows.length > buttonRows || rows.some((row) => row.length > buttonsPerRow))
    throw new RangeError(`more buttons than ${buttonRows} rows of ${buttonsPerRow}`);
  return rows
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map((button) =>
        button.action
          ? { text: button.label, callback_data: encodeAction(button.action) }
          : { text: button.label, url: button.url },
      ),
    );
}

function checkRich(rich: RichContent): void {
  const { characters, blocks } = sizeOfRich(rich);
  const limits = SERVER_LIMITS.rich;
  if (blocks === 0) throw new RangeError('a message without text');
  if (characters > limits.characters || blocks > limits.blocks)
    throw new RangeError(`a rich message of ${characters} characters in ${blocks} blocks`);
}

function checkText({ text, entities }: TextContent): void {
  const limits = SERVER_LIMITS.entities;
  if (text.trim() === '') throw new RangeError('a message without text');
  if (text.length > limits.characters || entities.length > limits.entities)
    throw new RangeError(`a text of ${text.length} characters with ${entities.length} entities`);
}
