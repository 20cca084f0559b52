import {
  type APIMessage,
  type APIMessageSnapshotFields,
  type APIUser,
  ComponentType,
  MessageReferenceType,
} from 'discord.js';

type Readable = Pick<APIMessageSnapshotFields, 'content' | 'embeds'> & Pick<APIMessage, 'components'>;

/** All that a reader sees of somebody's message: its text, else its cards, of a forwarded one what was forwarded. */
export function textOfMessage(message: APIMessage): string {
  const shown: Readable = message.message_snapshots?.[0]?.message ?? message;
  if (shown.content !== '') return shown.content;
  const cards = shown.embeds.flatMap(({ title, description }) => [title, description]);
  return [...cards, ...textDisplays(shown.components ?? [])].filter(Boolean).join('\n');
}

export function isForward(message: APIMessage): boolean {
  return message.message_reference?.type === MessageReferenceType.Forward;
}

export function nameOf(user: Pick<APIUser, 'global_name' | 'username'>): string {
  return user.global_name ?? user.username;
}

function textDisplays(components: readonly object[]): string[] {
  return components.flatMap((component) => {
    if ('type' in component && component.type === ComponentType.TextDisplay && 'content' in component)
      return [String(component.content)];
    return 'components' in component && Array.isArray(component.components)
      ? textDisplays(component.components)
      : [];
  });
}
