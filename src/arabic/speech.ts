import VERBS from './data/speech-verbs.json' with { type: 'json' };
import { fold } from './fold.ts';

/** A word of saying as it stands in a text. */
export interface SpeechWord {
  lemma: string;
  strength: string;
  /** `often` and `sometimes` may introduce a quotation, `never` does not by itself. */
  introduces: 'often' | 'sometimes' | 'never';
  /** A participle («مؤكداً») and a masdar go on with the subject of the sentence; a verb may bring its own. */
  form: 'verb' | 'participle' | 'masdar';
  /** Of the subject; null = plural or either. */
  gender: 'm' | 'f' | null;
}

/** Words that are something else far more often: they speak only where what they say follows. */
const DOUBTFUL = new Set(
  'بين عبر عقب دون نص عد حمل أمل سلم ختم سجل نشر زاد عاد جاء ورد رد كذب شكر مضى قرأ تلا وجه أمر خاطب لوح قدر حدد أطلق سمى أسمى لقب حكى أسف روج بث فسر شرح وثق صدر كرر واصل أكمل قرر عبّر تبنى أظهر أبدى وافق قاطع نادى بادر أثبت هاجم'
    .split(' ')
    .map(fold),
);

/** Verbs of saying by which a newspaper passes on what another said: the speaker stands after «عن». */
export const RELAYING = new Set(['نقل', 'اقتبس', 'أورد'].map(fold));

let words: Map<string, SpeechWord> | null = null;

function load(): Map<string, SpeechWord> {
  const loaded = new Map<string, SpeechWord>();
  const add = (form: string, word: SpeechWord) => {
    const key = fold(form);
    if (key !== '' && !loaded.has(key)) loaded.set(key, word);
  };
  for (const verb of VERBS.verbs) {
    const { lemma, strength } = verb;
    const introduces = verb.introduces as SpeechWord['introduces'];
    const base = { lemma: fold(lemma), strength, introduces };
    for (const table of [verb.perfect, verb.imperfect, verb.jussive])
      for (const [person, form] of Object.entries((table ?? {}) as Record<string, string>))
        add(form, { ...base, form: 'verb', gender: genderOf(person) });
    const noun = 'participleIsNoun' in verb && verb.participleIsNoun === true;
    for (const [person, form] of Object.entries((verb.participle ?? {}) as Record<string, string>)) {
      // «متحدث» is an office unless it stands in the accusative of a circumstance.
      if (noun && !/ا$|ين$/.test(fold(form)) && person !== 'مؤنث') continue;
      add(form, {
        ...base,
        form: 'participle',
        gender: person.includes('مؤنث') ? 'f' : person === 'مذكر' ? 'm' : null,
      });
    }
  }
  return loaded;
}

function genderOf(person: string): SpeechWord['gender'] {
  if (person === 'هو') return 'm';
  return person === 'هي' ? 'f' : null;
}

/** The word of saying that a folded token is, its conjunctions and object pronoun taken off; null where it is none. */
export function speechWord(token: string): SpeechWord | null {
  words ??= load();
  const bare = token.replace(/^[وف](?=.{3})/, '');
  for (const form of [token, bare, bare.replace(/^س(?=[يت])/, ''), bare.replace(/(ه|ها|هم)$/, '')]) {
    const found = words.get(form);
    if (found) return found;
  }
  return null;
}

export function isDoubtful(word: SpeechWord): boolean {
  return DOUBTFUL.has(word.lemma);
}
