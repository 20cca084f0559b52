import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandInfo } from '#chat/commands.ts';
import type { DiscordApi } from './api.ts';
import { COMMAND_FORMS, type FormField } from './command-forms.ts';
import { DISCORD_WORDS } from './words.ar.ts';

export type CommandPayload = RESTPostAPIApplicationCommandsJSONBody;

/** Longest text option that Discord takes (Application Commands, max_length). */
const MAX_OPTION_LENGTH = 6000;

/** The command that the message menu stands for: the message under the cursor becomes a draft. */
export const MENU_COMMAND = 'draft';

const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/**
 * Editors' commands are hidden in servers from those without Manage Server; a server's admins can show them to a role
 * of editors (Server Settings, Integrations). What anybody may do is decided by the core, at the act.
 */
const editorial = { default_member_permissions: String(PermissionFlagsBits.ManageGuild) };

/** All commands as Discord takes them: descriptions in Arabic for everybody, names in Arabic for Arabic clients. */
export function buildCommands(commands: readonly CommandInfo[]): CommandPayload[] {
  const slash = commands.map((info): CommandPayload => {
    const fields = fieldsOf(info);
    return {
      type: ApplicationCommandType.ChatInput,
      name: info.name,
      name_localizations: arabic(info.arabic),
      description: info.does,
      description_localizations: { 'en-US': info.doesInEnglish, 'en-GB': info.doesInEnglish },
      ...(fields.length > 0 && { options: fields.map(buildOption) }),
      ...everywhere,
      ...(isEditorial(info) && editorial),
    };
  });
  if (!commands.some(({ name }) => name === MENU_COMMAND)) return slash;
  const menu = { type: ApplicationCommandType.Message as const, name: DISCORD_WORDS.menu };
  return [...slash, { ...menu, ...everywhere, ...editorial }];
}

/** What may be filled in for a command, in the order in which it reaches the core. */
export function fieldsOf(info: CommandInfo): readonly FormField[] {
  const form = COMMAND_FORMS[info.name];
  if (form) return form;
  const { argument } = info;
  return argument ? [{ ...argument, type: ApplicationCommandOptionType.String }] : [];
}

function isEditorial({ who }: CommandInfo): boolean {
  return who === 'editor' || who === 'publisher' || who === 'owner';
}

function buildOption(field: FormField): APIApplicationCommandOption {
  const { name, does, type, required = false } = field;
  const base = { name, name_localizations: arabic(field.arabic), description: does, required };
  switch (type) {
    case ApplicationCommandOptionType.Attachment:
      return { type, ...base };
    case ApplicationCommandOptionType.Integer:
      return { type, ...base, min_value: 1 };
    case ApplicationCommandOptionType.String:
      return field.isBrief
        ? { type, ...base, max_length: MAX_OPTION_LENGTH, autocomplete: true }
        : { type, ...base, max_length: MAX_OPTION_LENGTH };
    default:
      return type satisfies never;
  }
}

/** Discord takes Arabic names; the library's list of languages does not have it yet. */
function arabic(text: string): LocalizationMap {
  return { ar: text } as LocalizationMap;
}

/** Registers the commands where what is registered differs. Returns whether it did. */
export async function registerCommands(
  api: Pick<DiscordApi, 'commands' | 'putCommands'>,
  application: string,
  wanted: readonly CommandPayload[],
): Promise<boolean> {
  const present = await api.commands(application);
  if (isSameList(present as unknown as Loose[], wanted as unknown as Loose[])) return false;
  await api.putCommands(application, [...wanted]);
  return true;
}

type Loose = Record<string, unknown>;

function isSameList(present: readonly Loose[], wanted: readonly Loose[]): boolean {
  const normalized = (list: readonly Loose[]) => list.map((c) => JSON.stringify(pick(c, KEYS))).sort();
  return JSON.stringify(normalized(present)) === JSON.stringify(normalized(wanted));
}

const OPTION_KEYS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'min_value',
  'max_length',
];
const KEYS = [...OPTION_KEYS, 'default_member_permissions', 'contexts', 'integration_types', 'options'];

/** What we set, in one order; Discord writes what was not set as null, false or empty, or leaves it out. */
function pick(from: Loose, keys: readonly string[]): Loose {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = key === 'options' ? options(from[key]) : sorted(from[key]);
      const unset = value === undefined || value === null || value === false || value === '';
      return unset || (Array.isArray(value) && value.length === 0) ? [] : [[key, value]];
    }),
  );
}

function options(value: unknown): Loose[] {
  return Array.isArray(value) ? value.map((option: Loose) => pick(option, OPTION_KEYS)) : [];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).sort());
  return value;
}
