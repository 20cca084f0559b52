import { withoutLam } from '#arabic/clitics.ts';
import { formOf } from '#arabic/forms.ts';
import { readAs, type Token } from '#arabic/tokens.ts';

/** Tokens [from, to). */
export interface Range {
  from: number;
  to: number;
}

/** Somebody as a sentence names them: a name, a role, or both. Ranges into the tokens. */
export interface SpeakerPhrase extends Range {
  name: Range | null;
  role: Range | null;
  kind: 'person' | 'body';
  /** Of the subject's verb; null = either. */
  gender: 'm' | 'f' | null;
  /** A clitic written on the first word that is no part of it («للشرطة»). */
  without?: 'ل' | 'و' | 'ب';
}

/** Reads the speaker that begins at `from`: `readHead` of a whole phrase, as its parts are given it. */
export type ReadHead = (
  tokens: readonly Token[],
  from: number,
  end: number,
  objects: boolean,
) => SpeakerPhrase | null;

/** A phrase that was read `by` tokens further on. */
export function shifted(phrase: SpeakerPhrase, by: number): SpeakerPhrase {
  const move = ({ from, to }: Range): Range => ({ from: from + by, to: to + by });
  return {
    ...phrase,
    ...move(phrase),
    name: phrase.name && move(phrase.name),
    role: phrase.role && move(phrase.role),
  };
}

/** The word without the one letter that is written on it: «للشرطة» is «الشرطة», «ورئيس» is «رئيس». */
export function cutClitic(token: Token, next?: Token): Token {
  const behind = next?.kind === 'word' ? next.text : '';
  const text = token.text.startsWith('ل') ? withoutLam(token.text, behind) : token.text.slice(1);
  return readAs(token, formOf(text, 'word'), false);
}
