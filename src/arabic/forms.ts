/** `mark`: one punctuation sign or symbol; `break`: an end of line. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break';

/** A folded text of one token, shared by all its occurrences, with what was found out about it. */
export interface Form {
  readonly text: string;
  readonly kind: TokenKind;
  /** Answers by the number that their question got from `newQuestion`; undefined where it was not asked yet. */
  readonly known: unknown[];
}

/** News repeats its words; beyond so many different ones the memory is emptied and begins again. */
const MOST_FORMS = 50_000;
const forms = new Map<string, Form>();
let questions = 0;

/**
 * The form of units [from, to) of a text, found without cutting them out: a table by their hash, which holds one form
 * a place. Where another form holds the place, the map is asked.
 */
const places = new Array<Form | undefined>(1 << 13).fill(undefined);

export function formAt(text: string, from: number, to: number, kind: TokenKind): Form {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const place = (hash ^ (hash >>> 13)) & (places.length - 1);
  const held = places[place];
  if (held && isAt(held.text, text, from, to)) return held;
  const form = formOf(text.slice(from, to), kind);
  places[place] = form;
  return form;
}

function isAt(form: string, text: string, from: number, to: number): boolean {
  if (form.length !== to - from) return false;
  for (let i = from; i < to; i++) if (form.charCodeAt(i - from) !== text.charCodeAt(i)) return false;
  return true;
}

/** The form of a token's text. One that is forgotten here lives on in the tokens that have it. */
export function formOf(text: string, kind: TokenKind): Form {
  const known = forms.get(text);
  if (known) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  const fresh = { text, kind, known: [] };
  forms.set(text, fresh);
  return fresh;
}

/** A place for the answers to one question about forms. */
export const newQuestion = (): number => questions++;

/** The function with its answers kept by form. The answer must follow from the form alone, and never be undefined. */
export function ofForm<T>(answer: (form: Form) => T): (form: Form) => T {
  let question = -1;
  return (form) => {
    // Numbered when it is first asked: what is asked together is kept together.
    if (question < 0) question = newQuestion();
    const known = form.known[question];
    if (known !== undefined) return known as T;
    const fresh = answer(form);
    form.known[question] = fresh;
    return fresh;
  };
}
