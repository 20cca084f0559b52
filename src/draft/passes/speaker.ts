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
  without?: 'ل' | 'و';
}
