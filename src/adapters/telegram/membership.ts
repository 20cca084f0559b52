import type { ChatMember, ChatMemberUpdated } from 'grammy/types';
import type { ChatRef } from '#delivery/platform.ts';

/** `blocked` and `unblocked` are private chats, the others groups and channels. */
export interface MembershipChange {
  chat: ChatRef;
  title: string;
  state: 'joined' | 'left' | 'blocked' | 'unblocked';
}

/** What a change of the bot's own membership means; null where it still may, or still may not, write there. */
export function readMembership(update: ChatMemberUpdated): MembershipChange | null {
  const { chat, old_chat_member: before, new_chat_member: after } = update;
  const could = canWrite(before, chat.type);
  const can = canWrite(after, chat.type);
  if (could === can) return null;
  const ref: ChatRef = { platform: 'telegram', id: String(chat.id), thread: null };
  if (chat.type === 'private')
    return { chat: ref, title: chat.first_name, state: can ? 'unblocked' : 'blocked' };
  return { chat: ref, title: chat.title, state: can ? 'joined' : 'left' };
}

function canWrite(member: ChatMember, chatType: string): boolean {
  switch (member.status) {
    case 'creator':
      return true;
    case 'administrator':
      return chatType !== 'channel' || member.can_post_messages !== false;
    case 'member':
      return chatType !== 'channel';
    case 'restricted':
      return member.is_member && member.can_send_messages;
    case 'left':
    case 'kicked':
      return false;
    default:
      return member satisfies never;
  }
}
