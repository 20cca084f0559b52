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
  gender: 'm' | 'f' | null;
}
