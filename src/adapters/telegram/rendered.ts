import type { InlineKeyboardMarkup, InputRichMessage, MessageEntity } from 'grammy/types';
import type { Format } from './profile.ts';

export type RichContent = InputRichMessage;

export interface TextContent {
  text: string;
  entities: MessageEntity[];
}

/** A message in the words of the Bot API, ready to be sent. */
export type Rendered = {
  keyboard: InlineKeyboardMarkup;
  /** Equal hashes are shown equally. */
  contentHash: string;
} & (
  | { format: Extract<Format, 'rich'>; rich: RichContent }
  | ({ format: Extract<Format, 'entities'> } & TextContent)
);
