import VERBS from './data/speech-verbs.json' with { type: 'json' };
import { fold } from './fold.ts';
import { ofForm } from './forms.ts';
import { rememberWords } from './remember-words.ts';

/** A word of saying as it stands in a text. */
export interface SpeechWord {
  lemma: string;
  strength: string;
  /** `often` and `sometimes` may introduce a quotation, `never` does not by itself. */
  introduces: 'often' | 'sometimes' | 'never';
  /** A participle («مؤكداً») goes on with the subject of the sentence; a verb may bring its own. */
  form: 'verb' | 'participle';
  /** Of the subject; null = plural or either. */
  gender: 'm' | 'f' | null;
  /** Two or more speak: «قالوا», «أكدا». A verb before its subject stays singular. */
  plural: boolean;
  /** Something else far more often («بين», «عبر»): it speaks only where what it says follows. */
  doubtful: boolean;
  /** A noun may follow that is not the speaker: «أكد ضرورة»; never after قال. */
  takesObject: boolean;
  /** «ينف»: written so behind «لم» alone. */
  clipped: boolean;
  /** Goes on with what its speaker has begun: أضاف, تابع. */
  continues: boolean;
  /** و or ف written on it. */
  conjunction: string;
  /** The pronoun written on it («وصفها»), else empty. */
  suffix: string;
}

interface Entry {
  lemma: string;
  class: string;
  strength: string;
  introduces: string;
  governs: readonly string[];
  weak?: boolean;
  participleIsNoun?: boolean;
  perfect?: Record<string, string>;
  imperfect?: Record<string, string>;
  jussive?: Record<string, string>;
  participle?: Record<string, string>;
}

/** Verbs of saying by which a newspaper passes on what another said: the speaker stands after «عن». */
export const RELAYING = new Set(['نقل', 'اقتبس', 'أورد'].map(fold));

const SUFFIXES = ['هما', 'ها', 'هم', 'هن', 'نا', 'ني', 'ه'];
const RANK = { never: 0, sometimes: 1, often: 2 };

/** Forms that are nearly always something else in the news: a number, a city, «تعلّق», «يبلغ». */
const OTHER_WORDS = new Set(
  [
    'اثنين',
    'عدن',
    'تجمع',
    'يجمع',
    'يقل',
    'تقل',
    'تعد',
    'يعد',
    'تعلق',
    'يبلغ',
    'تبلغ',
    'يبلغان',
    'ابن',
    'يحمل',
    'تحمل',
    'يحملون',
    // Banners, whatever is written on them.
    'لافتات',
  ].map(fold),
);

let forms: Map<string, SpeechWord> | null = null;

/** The word of saying that a folded token is, its conjunction and pronoun taken off; null where it is none. */
export const speechWord = rememberWords(readSpeechWord);
/** The same of a token's form. */
export const speechOf = ofForm(({ kind, text }) => (kind === 'word' ? speechWord(text) : null));

function readSpeechWord(token: string): SpeechWord | null {
  forms ??= loadForms();
  const whole = forms.get(token) ?? withFuture(token);
  if (whole) return whole;
  const first = token[0];
  if (first === 'و' || first === 'ف') {
    const rest = token.slice(1);
    const form = forms.get(rest) ?? withFuture(rest) ?? withSuffix(rest);
    // «فرد» is a person too.
    const doubtful = form?.doubtful || (first === 'ف' && token.length <= 3);
    if (form) return { ...form, conjunction: first, doubtful };
  }
  return withSuffix(token);
}

function withFuture(word: string): SpeechWord | null {
  // «حادث سير» is no «س» and the clipped «ير».
  if (word[0] !== 'س' || word.length < 4 || !/^س[يت]/.test(word)) return null;
  return forms?.get(word.slice(1)) ?? null;
}

function withSuffix(word: string): SpeechWord | null {
  for (const suffix of SUFFIXES) {
    // «طالباني» is a family.
    if (!word.endsWith(suffix) || word.length - suffix.length < 2 || word === 'طالباني') continue;
    const bare = word.slice(0, -suffix.length);
    const form =
      forms?.get(bare) ??
      (bare.endsWith('ا') ? forms?.get(`${bare.slice(0, -1)}ى`) : undefined) ??
      (bare.endsWith('و') ? forms?.get(`${bare}ا`) : undefined);
    if (form?.form === 'verb') return { ...form, suffix };
  }
  return null;
}

function loadForms(): Map<string, SpeechWord> {
  const loaded = new Map<string, SpeechWord>();
  const add = (form: string, word: SpeechWord) => {
    const key = fold(form);
    const known = loaded.get(key);
    if (key !== '' && !OTHER_WORDS.has(key) && (!known || rankOf(word) > rankOf(known)))
      loaded.set(key, word);
  };
  for (const entry of VERBS.verbs as Entry[]) {
    const base = {
      lemma: fold(entry.lemma),
      strength: entry.strength,
      introduces: entry.introduces as SpeechWord['introduces'],
      doubtful: entry.weak ?? false,
      takesObject: entry.governs.some((g) => g.startsWith('مفعول')),
      continues: entry.class === 'continue',
      conjunction: '',
      suffix: '',
      clipped: false,
    };
    for (const table of [entry.perfect, entry.imperfect, entry.jussive])
      for (const [person, form] of Object.entries(table ?? {}))
        add(form, {
          ...base,
          form: 'verb',
          clipped: table === entry.jussive,
          gender: person === 'هو' ? 'm' : person === 'هي' ? 'f' : null,
          plural: person !== 'هو' && person !== 'هي',
        });
    for (const [which, form] of Object.entries(entry.participle ?? {})) {
      // «كاتب» is an office; in the accusative of a circumstance it may still speak, where what it says follows.
      if (entry.participleIsNoun && which !== 'مذكر') continue;
      add(form, {
        ...base,
        form: 'participle',
        doubtful: base.doubtful || entry.participleIsNoun === true,
        gender: which === 'مؤنث' ? 'f' : which === 'مذكر' ? 'm' : null,
        plural: which !== 'مؤنث' && which !== 'مذكر',
      });
    }
  }
  return loaded;
}

/** Verbs before participles, likely ones before unlikely ones, where two are written alike. */
function rankOf(word: SpeechWord): number {
  return (word.form === 'verb' ? 4 : 0) + (word.doubtful ? 0 : 2) + RANK[word.introduces] / 4;
}
