import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Button } from '#message/message.ts';
import { writeCustomId } from './custom-id.ts';
import { MAX_BUTTONS_PER_ROW, MAX_OPTION_LABEL, MAX_SELECT_OPTIONS, MAX_URL } from './profile.ts';
import { DISCORD_WORDS } from './words.ar.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A choice of more than this many buttons under one another becomes a select. */
const LONGEST_COLUMN = 5;

type Piece = { as: 'row'; buttons: Button[] } | { as: 'select'; buttons: Button[] };

/**
 * The buttons as rows of at most `room` components (rows and what stands in them). Long columns become selects;
 * where even that is too much, every button with an action does.
 */
export function renderButtons(rows: readonly Button[][], room: number): Row[] {
  const usable = rows.map((row) => row.filter(isUsable)).filter((row) => row.length > 0);
  const planned = foldColumns(usable);
  return render(countComponents(planned) <= room ? planned : foldAll(usable));
}

/** Discord refuses a whole message for one address that is not on the web or too long. */
function isUsable(button: Button): boolean {
  return button.url === undefined || (/^https?:\/\/\S+$/i.test(button.url) && button.url.length <= MAX_URL);
}

function foldColumns(rows: readonly Button[][]): Piece[] {
  const pieces: Piece[] = [];
  let column: Button[] = [];
  const close = () => {
    if (column.length > LONGEST_COLUMN) pieces.push({ as: 'select', buttons: column });
    else pieces.push(...column.map((button): Piece => ({ as: 'row', buttons: [button] })));
    column = [];
  };
  for (const row of rows) {
    if (row.length === 1 && row[0]?.action) column.push(row[0]);
    else {
      close();
      pieces.push({ as: 'row', buttons: row });
    }
  }
  close();
  return pieces;
}

function foldAll(rows: readonly Button[][]): Piece[] {
  const all = rows.flat();
  const links = all.filter((button) => button.url !== undefined);
  const actions = all.filter((button) => button.action !== undefined);
  return [
    ...slices(actions, actions.length).map((buttons): Piece => ({ as: 'select', buttons })),
    ...slices(links, MAX_BUTTONS_PER_ROW).map((buttons): Piece => ({ as: 'row', buttons })),
  ];
}

function slices<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}

function countComponents(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { as, buttons }) =>
      sum + (as === 'row' ? 1 + buttons.length : 2 * Math.ceil(buttons.length / MAX_SELECT_OPTIONS)),
    0,
  );
}

function render(pieces: readonly Piece[]): Row[] {
  const taken = new Set<string>();
  let selects = 0;
  return pieces.flatMap(({ as, buttons }) =>
    as === 'row'
      ? [{ type: ComponentType.ActionRow, components: buttons.map((button) => renderButton(button, taken)) }]
      : slices(buttons, MAX_SELECT_OPTIONS).map((part, i) => {
          const placeholder =
            buttons.length > MAX_SELECT_OPTIONS
              ? DISCORD_WORDS.chooseMore(i * MAX_SELECT_OPTIONS + 1, i * MAX_SELECT_OPTIONS + part.length)
              : DISCORD_WORDS.choose;
          return renderSelect(part, `select~${selects++}`, placeholder);
        }),
  );
}

function renderButton(button: Button, taken: Set<string>): APIButtonComponent {
  return button.url === undefined
    ? {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: button.label,
        custom_id: writeCustomId(button.action, taken),
      }
    : { type: ComponentType.Button, style: ButtonStyle.Link, label: button.label, url: button.url };
}

function renderSelect(buttons: readonly Button[], id: string, placeholder: string): Row {
  const taken = new Set<string>();
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: id,
        placeholder,
        options: buttons.flatMap(({ label, action }) =>
          action ? [{ label: label.slice(0, MAX_OPTION_LABEL), value: writeCustomId(action, taken) }] : [],
        ),
      },
    ],
  };
}
