import {
  type APIApplicationCommandInteraction,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { CommandInfo } from '#chat/commands.ts';
import type { FormField } from './command-forms.ts';
import { fieldsOf } from './commands.ts';
import { DISCORD_WORDS } from './words.ar.ts';

/** Discord, Text Input: at most this many characters in one field. */
const MAX_FIELD = 4000;
const MAX_TITLE = 45;
const PREFIX = 'form~';
const MORE = 'more';

/** The form to open for a slash command whose long text was not given; null where there is nothing to ask for. */
export function modalFor(
  { data }: APIApplicationCommandInteraction,
  info: CommandInfo,
): APIModalInteractionResponseCallbackData | null {
  if (data.type !== ApplicationCommandType.ChatInput) return null;
  const given = new Map((data.options ?? []).map((option) => [option.name, option]));
  const fields = fieldsOf(info);
  const long = fields.find((field) => field.long);
  const has = (field: FormField) => given.has(field.name);
  if (!long || has(long) || fields.some((f) => f.type === ApplicationCommandOptionType.Attachment && has(f)))
    return null;
  const lines = fields.filter((f) => f.type === ApplicationCommandOptionType.String && !f.long);
  return {
    custom_id: PREFIX + info.name,
    title: info.does.slice(0, MAX_TITLE),
    components: [
      ...lines.map((field) => {
        const option = given.get(field.name);
        return buildField(field.name, field, TextInputStyle.Short, String(givenValue(option) ?? ''));
      }),
      buildField(long.name, { ...long, required: true }, TextInputStyle.Paragraph, ''),
      buildField(
        MORE,
        { arabic: DISCORD_WORDS.moreText, does: DISCORD_WORDS.moreTextHint },
        TextInputStyle.Paragraph,
        '',
      ),
    ],
  };
}

function givenValue(option: object | undefined): unknown {
  return option && 'value' in option ? option.value : undefined;
}

function buildField(
  id: string,
  { arabic, does, required = false }: Pick<FormField, 'arabic' | 'does' | 'required'>,
  style: TextInputStyle,
  value: string,
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: arabic.replaceAll('_', ' '),
    description: does,
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style,
      required,
      max_length: MAX_FIELD,
      ...(value && { value: value.slice(0, MAX_FIELD) }),
    },
  };
}

/** What was filled in: the command, and what follows it. Null for a form that is not ours. */
export function readModal({
  custom_id,
  components,
}: APIModalSubmission): { name: string; rest: string } | null {
  if (!custom_id.startsWith(PREFIX)) return null;
  const values = components.flatMap((component) => {
    const field = component.type === ComponentType.Label ? component.component : null;
    return field?.type === ComponentType.TextInput
      ? [{ id: field.custom_id, value: field.value.trim() }]
      : [];
  });
  const first = values.filter(({ id, value }) => id !== MORE && value !== '').map(({ value }) => value);
  const more = values.find(({ id }) => id === MORE)?.value;
  return { name: custom_id.slice(PREFIX.length), rest: first.join(' ') + (more ? `\n${more}` : '') };
}
