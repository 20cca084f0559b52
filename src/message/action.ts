/**
 * What a button does, in a form short enough for every platform: Telegram leaves 64 bytes, Discord 100 characters
 * (Bot API, InlineKeyboardButton.callback_data; Discord, custom_id). Arguments are ASCII: brief codes, numbers,
 * settings. Names and texts never travel in a button.
 */
export const ACTION_CODES = {
  /** args: brief code */
  brief: 'b',
  /** args: brief code, page */
  quotes: 'q',
  casualties: 'c',
  places: 'p',
  source: 's',
  changes: 'w',
  /** args: page */
  latest: 'l',
  help: 'h',
  subscribe: 'u',
  unsubscribe: 'n',
  settings: 't',
  /** args: setting, value */
  set: 'e',
  status: 'a',
  draft: 'd',
  push: 'P',
  update: 'U',
  correct: 'C',
  retract: 'R',
  admins: 'A',
  facts: 'F',
  history: 'H',
} as const;

export type ActionName = keyof typeof ACTION_CODES;

export interface Action {
  name: ActionName;
  args: readonly string[];
}

export const MAX_ACTION_BYTES = 64;

const NAMES = new Map<string, ActionName>(
  Object.entries(ACTION_CODES).map(([name, code]) => [code, name as ActionName]),
);
const ARGUMENT = /^[A-Za-z0-9_:+/-]*$/;

export function action(name: ActionName, ...args: (string | number)[]): Action {
  return { name, args: args.map(String) };
}

/** Throws where the action does not fit a button: that is a fault of the view, never of a reader. */
export function encodeAction({ name, args }: Action): string {
  const data = [ACTION_CODES[name], ...args].join('.');
  if (data.length > MAX_ACTION_BYTES || !args.every((a) => ARGUMENT.test(a)))
    throw new RangeError(`action does not fit a button: ${data}`);
  return data;
}

/** Null for anything that `encodeAction` would not have written: old, forged or damaged data. */
export function decodeAction(data: string): Action | null {
  if (data.length > MAX_ACTION_BYTES) return null;
  const [code = '', ...args] = data.split('.');
  const name = NAMES.get(code);
  return name && args.every((a) => ARGUMENT.test(a)) ? { name, args } : null;
}
