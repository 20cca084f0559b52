import type { SpeechWord } from '#arabic/speech.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';

/** A word or phrase that says that somebody says something. */
export interface Cue extends Range {
  /** Null for «بحسب» and its like. */
  word: SpeechWord | null;
  /** Who, as this clause has it; null where the subject is hidden, or is that of the sentence. */
  phrase: SpeakerPhrase | null;
  /** Where what is said begins; null where nothing follows that a verb of saying introduces. */
  saidFrom: number | null;
  /** «بحسب»: what is said stands before. */
  backwards: boolean;
  /** Of whom «على حد قولها», «نقلت عنه» speak, where no verb tells. */
  pronoun?: 'm' | 'f' | null;
  /** Whom the verb turns to, where its subject is hidden: the speaker only where nobody else is. */
  addressed?: SpeakerPhrase;
  /** Says nothing here, but names the subject of the sentence («أمر الوزير …، وقال»). */
  silent: boolean;
}
