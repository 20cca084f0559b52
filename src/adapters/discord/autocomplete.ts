import { type APIApplicationCommandAutocompleteInteraction, InteractionResponseType } from 'discord.js';
import type { DiscordApi } from './api.ts';
import { MAX_CHOICE, MAX_CHOICES } from './profile.ts';

/** What is offered while a brief is typed: its headline, and the word that finds it. */
export interface Choice {
  name: string;
  value: string;
}

export type Suggest = (text: string) => readonly Choice[];

export async function answerAutocomplete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  suggest: Suggest,
  api: Pick<DiscordApi, 'callback'>,
): Promise<void> {
  const focused = interaction.data.options.find((option) => 'focused' in option && option.focused);
  const typed = focused && 'value' in focused ? String(focused.value) : '';
  const choices = suggest(typed)
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= MAX_CHOICE)
    .slice(0, MAX_CHOICES)
    .map(({ name, value }) => ({ name: shorten(name), value }));
  await api.callback(interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

function shorten(name: string): string {
  return name.length <= MAX_CHOICE
    ? name
    : `${name.slice(0, MAX_CHOICE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
