import { ofForm } from '#arabic/forms.ts';
import { mayBeginNumber } from '#arabic/numbers.ts';
import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import { adjectivesEnd } from './casualty-adjectives.ts';
import {
  BODIES,
  bareWord,
  ENDS_OF_LIFE,
  FORCES,
  isPeopleWord,
  MEMBERS,
  NEED_COMPLEMENT,
  PLURAL_VERBS,
  VERBS,
  VICTIMS,
} from './casualty-words.ts';
import { COMPLEMENTIZERS, isInstitution, STOPS, TIMES } from './speaker-words.ts';

/** Words of a group behind its noun: «أفراد قوات الأمن», «عمال الإغاثة». */
const LONGEST_COMPLEMENT = 3;
/** «المدنيين», «ميليشيا التمرد», «الجيش»; no victims, who would be counted themselves. */
export function isWhose(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  return isPeopleWord(text) || isBody(text);
}

const isBody = (text: string) => BODIES.has(text) || BODIES.has(bareWord(text));

/** Where the words of a group end; `whole`: with the body that it is of («عضوان من قوات الأمن»). */
export function groupEnd(tokens: readonly Token[], at: number, whole: boolean): number {
  return joinedEnd(tokens, ofBodyEnd(tokens, at, whole));
}

/** «عناصر من الجيش والشرطة», «المواطنين والمتضامنين الأجانب»: others who are joined, where no clause begins with them. */
function joinedEnd(tokens: readonly Token[], at: number): number {
  const { kind, text = '' } = tokens[at] ?? {};
  if (kind !== 'word' || !/^وال/.test(text) || !/^ال/.test(tokens[at - 1]?.text ?? '')) return at;
  if (!isPeopleWord(text.slice(1)) && !isBody(text.slice(1))) return at;
  const to = /^ال/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const next = tokens[to];
  return next?.kind !== 'word' || beginsCircumstance(next.form) ? to : at;
}

const beginsCircumstance = ofForm(({ text }) =>
  /^(?:في|فى|من|على|اثر|جراء|خلال|اليوم|امس|بينهم|قرب|داخل|وجرح|وجرحت|واصيب|واصيبت|واصابة|وجريح|ب(?:انفجار|قصف|غار|هجوم|حادث|رصاص|نيران|تفجير|اختناق|الاختناق|جروح).*)$/.test(
    text,
  ),
);

function ofBodyEnd(tokens: readonly Token[], at: number, whole: boolean): number {
  // «عاملا إغاثة»
  const noun = FORCES.has(tokens[at + 1]?.text ?? '') ? at + 2 : phraseEnd(tokens, at);
  const end = isIndefinite(tokens, at, noun) ? adjectivesEnd(tokens, at, noun) : noun;
  if (!whole || tokens[end]?.text !== 'من' || !isMember(tokens[at]?.text ?? '')) return end;
  if (!isWhose(tokens, end + 1)) return end;
  const bodyEnd = phraseEnd(tokens, end + 1);
  const needsMore = NEED_COMPLEMENT.has(tokens[end + 1]?.text ?? '');
  return needsMore && bodyEnd === end + 2 ? end : bodyEnd;
}

/** «جنديا», «ضابط شرطة»; no «أفراد الشرطة», «أطفالها». */
const isIndefinite = (tokens: readonly Token[], at: number, to: number) =>
  tokens.slice(at, to).every(({ text }) => !/^[وبل]?(?:ال|لل)|.{3}(?:ها|هم|هما)$/.test(text));

/** «عضو», «عنصران», «مسلحا»: says little without the body it is of. */
export const isMember = (text: string) =>
  MEMBERS.has(text) || MEMBERS.has(text.replace(/^و/, '').replace(/(?:ا|ان|ين|ون)$/, ''));

const endsGroup = ofForm(({ text }) =>
  /^(?:في|من|فقط|اخر|اخرى|اخرون|اخرين|اخريات|اثر|جراء|خلال|بينهم|داخل|ال|البالغ|محاصرين|محاصرون|عالقين|عالقون|و.*|(?:اختناق|غرق|حرق|ذبح|دهس|شنق|خنق|صعق|رمي|رجم|جوع|عطش|برد|تجمد|طعن|جميع|مع|ايض|حت)ا|ب(?:رصاص|جروح|جراح|حروق|اصابات|نيران|انفجار|غارة|قصف|طلق|عيارات|هجوم).*)$/.test(
    text,
  ),
);

/** «عناصر تنظيم داعش»: what is behind the body is its name. */
const isNamed = (text: string) =>
  /^(?:تنظيم|جماعة|حركة|حزب|ميليشيا|مليشيا|كتيبة|كتائب|لواء|فصيل|فيلق|شركة|قبيلة)$/.test(text);

function phraseEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.text ?? '';
  const isConstruct = NEED_COMPLEMENT.has(first) || NEED_COMPLEMENT.has(bareWord(first));
  let i = at + 1;
  for (; i < at + 1 + LONGEST_COMPLEMENT; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') break;
    const { text } = token;
    if (
      // «فارق ستة ركاب الحياة»: what they lost is none of theirs.
      ENDS_OF_LIFE.has(text) ||
      STOPS.has(text) ||
      COMPLEMENTIZERS.has(text) ||
      TIMES.has(text) ||
      PLURAL_VERBS.has(text) ||
      VICTIMS.has(text) ||
      mayBeginNumber(token.form)
    )
      break;
    if (endsGroup(token.form)) break;
    // «طفلا» in the accusative takes no complement.
    if (!isConstruct && (!/^ال/.test(text) || /ا$|ان$/.test(first))) break;
    if (isConstruct && i > at + 1 && !/^ال/.test(text) && !isNamed(tokens[i - 1]?.text ?? '')) break;
    // «رجلا قال …», «عنصرا هددوا»: what they did.
    if (speechWord(text)?.form === 'verb' || VERBS.has(text)) break;
    if (
      isConstruct &&
      /[^ا]ا$/.test(first) &&
      !/^ال/.test(text) &&
      !isPeopleWord(text) &&
      !isInstitution(text)
    )
      break;
  }
  return i;
}
