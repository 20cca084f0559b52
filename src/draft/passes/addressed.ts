import { wordSet } from '#arabic/fold.ts';
import type { SpeechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import type { SpeakerPhrase } from './speaker.ts';
import { isGivenName, isInstitution, isPlaceWord, TITLES_TRIE, withoutArticle } from './speaker-words.ts';
import { isPlural } from './word-endings.ts';

/** Verbs that turn to somebody: «دعا السكان إلى», «حذر المسافرين من». */
const CALLING = wordSet('دعا حث حض ناشد خاطب حذر طمأن نصح شكر هنأ أبلغ أخبر سأل ذكّر');
/** Who is called upon in the news far more often than they call. */
const CALLED_UPON = wordSet(
  'السكان المواطنين المواطنون الأهالي الجمهور الجماهير الناس المجتمع الأطراف الدول الحكومات العالم أهالي سكان عائلات أسر ذوي جميع كافة كل الفلسطينيين اللبنانيين السوريين العراقيين المسافرين العائلات الأسر',
);
/** Bodies that take a masculine verb, and nothing else. */
const MASCULINE_BODIES = wordSet(
  'جيش برلمان مجلس حزب اتحاد تحالف وفد نظام احتلال بنك مصرف مكتب مركز تنظيم فريق نادي كونغرس جهاز',
);
/** They end like feminine words and take a masculine verb. */
const PEOPLE_IN_TA = wordSet('قادة طلبة أساتذة سادة عمدة خليفة كتبة ورثة صيادلة دكاترة');

/** «ونصح الطبيب السكان بغلي الماء»: whom he turns to, read as the end of his office. */
export function withoutCalledUpon(
  tokens: readonly Token[],
  phrase: SpeakerPhrase,
  { lemma }: SpeechWord,
): SpeakerPhrase {
  const { from, to, role, name } = phrase;
  if (!CALLING.has(lemma) || !role || name || to - from < 2) return phrase;
  const last = tokens[to - 1]?.text ?? '';
  return CALLED_UPON.has(last) && last.startsWith('ال')
    ? { ...phrase, to: to - 1, role: { from: role.from, to: to - 1 } }
    : phrase;
}

/**
 * Whether the words behind a verb are whom it turns to and not who says it: by their case («المواطنين»), by gender
 * («طالب الحكومة»), or because they are the ones who are called upon («دعا السكان إلى»).
 */
export function isAddressed(tokens: readonly Token[], phrase: SpeakerPhrase, word: SpeechWord): boolean {
  // «وذكر تقرير للجنة أن»: whose the report is.
  if (phrase.without === 'ل') return false;
  // «ونعت النقابة الفنان»: she mourns.
  if (word.lemma === 'نعت' && phrase.gender === 'f') return false;
  if (!word.takesObject && !CALLING.has(word.lemma)) return false;
  // «ثم خاطب قادة الدول بالقول»
  if (word.lemma === 'خاطب' && phrase.name === null) return true;
  const head = tokens[phrase.from]?.text ?? '';
  const title = TITLES_TRIE.get(head);
  if (title?.kind === 'plural' && /^ال.{2,}ين$/.test(head)) return true;
  // «وخاطب المحتجين»: by its ending no subject.
  if (phrase.kind === 'body' && isPlural(head) && head.endsWith('ين') && !isPlaceWord(head)) return true;
  if (CALLING.has(word.lemma) && CALLED_UPON.has(head)) return true;
  if (word.plural || isGivenName(head) || isPlaceWord(head)) return false;
  // «وخاطب أنصاره»
  const owned = /^(?!ال).{3,}(?:ه|ها)$/.test(head) && !title && !isInstitution(head.replace(/(?:ه|ها)$/, ''));
  if (owned && CALLING.has(word.lemma) && phrase.role === null && word.gender === 'm') return true;
  const bare = withoutArticle(head);
  if (word.gender === 'm')
    return phrase.kind === 'body' && /.{3}ة$/.test(head) && !PEOPLE_IN_TA.has(bare) && phrase.gender === 'f';
  const man = title !== undefined && title.kind !== 'plural' && title.feminine === false;
  return word.gender === 'f' && (MASCULINE_BODIES.has(bare) || (man && phrase.gender === 'm'));
}
