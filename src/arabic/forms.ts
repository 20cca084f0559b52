/** `mark`: one punctuation sign or symbol; `break`: an end of line. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break';

/**
 * A folded text of one token, shared by all its occurrences, with what was found out about it. Passes ask the same
 * hundred questions about every token, so an answer is one byte in the form's row of a table: a text's rows fit into
 * the nearest cache. The few answers that no byte can say stand in `answers`.
 */
export interface Form {
  readonly text: string;
  readonly kind: TokenKind;
  /** The table that holds the form's row, which begins at `row`: a code for each question, 0 where it was not asked. */
  readonly codes: Uint8Array;
  readonly row: number;
  /** What the codes from `SIMPLE.length` on stand for. */
  readonly answers: unknown[];
}

/** News repeats its words; beyond so many different ones the memory is emptied and begins again. */
const MOST_FORMS = 50_000;
/** The rows of one table. A table lives as long as one of its forms. */
const ROWS = 1024;
/**
 * The length of a row: an odd number of cache lines, so that one column of many rows does not crowd into a few of the
 * cache's sets. The last column stays empty: the questions beyond it are answered anew each time.
 */
const COLUMNS = 17 * 64;
/** The code of a question that was not asked yet. */
const UNASKED = 0;
/** The answers that a code says by itself. */
const SIMPLE: readonly unknown[] = [undefined, false, true, null, 0, 1, 2, 3, 4, 5, 6, 7];
const YES = SIMPLE.indexOf(true);

const forms = new Map<string, Form>();
let codes = new Uint8Array(0);
let nextRow = 0;
let questions = 0;

/** Forms by the hash of their units, two a place, the newer first. */
const places = new Array<Form | undefined>(1 << 13).fill(undefined);

/** The form of units [from, to) of a text, found without cutting them out; where others hold its place, by the map. */
export function formAt(units: Uint16Array, from: number, to: number, kind: TokenKind): Form {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (units[i] as number)) | 0;
  const place = (hash ^ (hash >>> 13)) & (places.length - 2);
  const held = places[place];
  if (held && isAt(held.text, units, from, to)) return held;
  const older = places[place + 1];
  if (older && isAt(older.text, units, from, to)) return older;
  const form = formOf(textOf(units, from, to), kind);
  places[place + 1] = held;
  places[place] = form;
  return form;
}

function isAt(form: string, units: Uint16Array, from: number, to: number): boolean {
  if (form.length !== to - from) return false;
  for (let i = from; i < to; i++) if (form.charCodeAt(i - from) !== units[i]) return false;
  return true;
}

/** As many units as a call may have arguments. */
const MOST_AT_ONCE = 4096;

function textOf(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i += MOST_AT_ONCE)
    text += String.fromCharCode(...units.subarray(i, Math.min(to, i + MOST_AT_ONCE)));
  return text;
}

/** The form of a token's text. One that is forgotten here lives on in the tokens that have it. */
export function formOf(text: string, kind: TokenKind): Form {
  const known = forms.get(text);
  if (known) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  if (nextRow + COLUMNS > codes.length) {
    codes = new Uint8Array(ROWS * COLUMNS);
    nextRow = 0;
  }
  const fresh: Form = { text, kind, codes, row: nextRow, answers: [] };
  nextRow += COLUMNS;
  forms.set(text, fresh);
  return fresh;
}

/** A column for the answers to one question about forms. */
export const newQuestion = (): number => Math.min(questions++, COLUMNS - 1);

/** How many questions more have a column of their own: without one, an answer is found anew each time. */
export const columnsLeft = (): number => COLUMNS - 1 - questions;

/** The answer that was kept; undefined where the question was not asked yet. */
export const keptAnswer = (form: Form, question: number): unknown =>
  answerOf(form, form.codes[form.row + question] as number);

const answerOf = (form: Form, code: number): unknown =>
  code < SIMPLE.length ? SIMPLE[code] : form.answers[code - SIMPLE.length];

export function keepAnswer(form: Form, question: number, answer: unknown): void {
  if (question === COLUMNS - 1) return;
  const simple = SIMPLE.indexOf(answer);
  form.codes[form.row + question] = simple >= 0 ? simple : SIMPLE.length + form.answers.push(answer) - 1;
}

/** The function with its answers kept by form. The answer must follow from the form alone, and never be undefined. */
export function ofForm<T>(answer: (form: Form) => T): (form: Form) => T {
  // Numbered here, and not when it is first asked: compiled code has a number that never changes built in.
  const question = newQuestion();
  return (form) => {
    const code = form.codes[form.row + question] as number;
    return code === UNASKED ? answerFor(form, question, answer) : (answerOf(form, code) as T);
  };
}

/** The same for a question of yes or no: the code is the answer, and nothing needs to be looked up for it. */
export function testOfForm(answer: (form: Form) => boolean): (form: Form) => boolean {
  const question = newQuestion();
  return (form) => {
    const code = form.codes[form.row + question] as number;
    return code === UNASKED ? answerFor(form, question, answer) : code === YES;
  };
}

function answerFor<T>(form: Form, question: number, answer: (form: Form) => T): T {
  const fresh = answer(form);
  keepAnswer(form, question, fresh);
  return fresh;
}
