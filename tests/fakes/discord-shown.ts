import type { APIMessage } from 'discord-api-types/v10';

interface Component {
  type: number;
  content?: string;
  label?: string;
  custom_id?: string;
  url?: string;
  placeholder?: string;
  options?: { label: string; value: string }[];
  components?: Component[];
}

/** Button (2) or option of a select (3) that a reader can press. */
export interface Pressable {
  label: string;
  customId: string | null;
  url: string | null;
  /** The select that it is an option of. */
  select: string | null;
}

function flat(components: readonly Component[]): Component[] {
  return components.flatMap((c) => [c, ...flat(c.components ?? [])]);
}

export const componentsOf = (message: Pick<APIMessage, 'components'>): Component[] =>
  flat((message.components ?? []) as unknown as Component[]);

/** What a reader sees of a message: its text as Discord's Markdown shows it. */
export function shownText(message: Pick<APIMessage, 'components' | 'content'>): string {
  const texts = componentsOf(message).flatMap((c) => (c.type === 10 ? [c.content ?? ''] : []));
  return [message.content, ...texts].filter(Boolean).map(showMarkdown).join('\n');
}

export function pressables(message: Pick<APIMessage, 'components'>): Pressable[] {
  return componentsOf(message).flatMap((c): Pressable[] => {
    if (c.type === 2)
      return [{ label: c.label ?? '', customId: c.custom_id ?? null, url: c.url ?? null, select: null }];
    if (c.type !== 3) return [];
    const select = c.custom_id ?? '';
    return (c.options ?? []).map((o) => ({ label: o.label, customId: o.value, url: null, select }));
  });
}

/**
 * Discord's Markdown as its clients read it, as far as a bot's text may use it: marks at the start of a line and bold
 * vanish, an escaped sign is itself. Whatever else would be markup is made visible as `⟦…⟧`.
 */
export function showMarkdown(source: string): string {
  const escaped: string[] = [];
  const masked = source.replace(/\\([^0-9A-Za-z\s])/g, (_, sign: string) => {
    escaped.push(sign);
    return '\ue000';
  });
  const shown = masked
    .split('\n')
    .map((line) => line.replace(/^(?:> )?(?:#{1,3} |-# |[-*] |> )?/, ''))
    .join('\n')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/[*_~`|]{1,2}|<[@#:t/][^>]*>|@(?:everyone|here)|https?:\/\/\S+|\[[^\]]*\]\([^)]*\)/g, '⟦$&⟧');
  return shown.replace(/\ue000/g, () => escaped.shift() ?? '');
}

/** What Discord would refuse in a message, or should never be in one. */
export function messageFaults(body: Record<string, unknown>): string[] {
  const components = flat((body.components as Component[] | undefined) ?? []);
  const text = components.map((c) => c.content ?? '').join('');
  const ids = components.flatMap((c) => (c.custom_id ? [c.custom_id] : []));
  const mentions = body.allowed_mentions as { parse?: string[] } | undefined;
  const faults = [
    components.length > 40 && `${components.length} components`,
    [...text].length > 4000 && `${text.length} characters`,
    components.some((c) => c.type === 10 && !c.content) && 'an empty text',
    components.some((c) => c.type === 1 && (c.components?.length ?? 0) > 5) &&
      'more than five buttons in a row',
    new Set(ids).size !== ids.length && 'a custom id twice',
    ids.some((id) => id.length > 100) && 'a custom id above 100 characters',
    components.some((c) => (c.label?.length ?? 0) > 80) && 'a label above 80 characters',
    components.length === 0 && 'an empty message',
    (Number(body.flags ?? 0) & (1 << 15)) === 0 && 'no components V2',
    mentions?.parse?.length !== 0 && 'may ping',
  ];
  return faults.filter((fault) => fault !== false);
}
