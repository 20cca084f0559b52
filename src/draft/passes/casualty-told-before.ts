import { testOfForm } from '#arabic/forms.ts';
import { seldomLike, type Token } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { exactly } from './casualty-counted.ts';
import { type Count, readCount } from './casualty-counts.ts';
import { isOneOfTheirs } from './casualty-relatives.ts';
import { isNot } from './casualty-unharmed.ts';
import { bareWord, GENERIC, ONES } from './casualty-words.ts';
import type { Range } from './speaker.ts';

const KINDS: Readonly<Record<string, CasualtyKind>> = {
  مقتل: 'killed',
  مصرع: 'killed',
  وفات: 'killed',
  استشهاد: 'killed',
  اصابت: 'injured',
};
const whose = /^[وب]?(مقتل|مصرع|وفات|استشهاد|اصابت)(هما|هم|هن|ها|ه)$/;
const leads = seldomLike(
  /^[وفم]?(?:ما|مما)?(?:اد[ىيت]|[يت]?ؤد[ىي]|اسفرت?|تسببت?|متسبب[اةه]?|مؤدي[اةه]?|مسفر[اةه]?|نتج|نجم)$/,
);
const isTo = seldomLike(/^(?:ال[ىي]|في|فى|عن)$/);

const ofAll = /^[وب]?(?:مقتل|مصرع|وفا[ةه])$/;
const areAll = seldomLike(/^(?:جميع|كل|كاف[ةه])$/);
const areAboard = seldomLike(/^(?:ركاب|طاقم)(?:ه|ها)$|^(?:الركاب|من)$/);
const carries = seldomLike(/^متن(?:ه|ها)$|^و?[يت](?:قل|حمل)$/);
/** Words between those aboard and what befell all of them. */
const ABOARD = 40;

const ofBodies = /^جث(?:تي|ث|امين)(هما|هم)$/;
const ofThose = /^عن(?:هما|هم)$/;
const onThose = /^عل[ىي](هما|هم|هن)$/;
const catching = /^[وف]?(?:القبض|قبض|قبضت|قبضوا|يقبض|تقبض)$/;
const catches = seldomLike(catching);
const seizure = /^(?:[وف]?(?:اعتقلت?|احتجزت?|اوقفت)|اعتقال|توقيف|احتجاز)(هما|هم|هن)$/;
const isDone = seldomLike(/^[وف]?(?:تم|جرى|[يت]تم|[يت]جري)$/);
const finds = seldomLike(/^[وفل]?(?:ال)?(?:عثور|عثر|عثرت|انتشال|انتشلت?)$/);

const hunts = seldomLike(/^(?:ال)?(?:شرط[ةه]|امن|درك|امني[ةه]|جيش|مباحث|استخبارات)$/);
const isSearch = seldomLike(/^[وفلب]?(?:ال)?(?:بحث|بحثا)$|^[وف]?[يت]بحث(?:ون)?$/);

/** Whether what befell somebody told of before may stand at a form. */
export const mayTellOfThose = testOfForm(
  ({ text }) =>
    whose.test(text) ||
    ofBodies.test(text) ||
    text === 'ينج' ||
    ofAll.test(text) ||
    text === 'يعثر' ||
    ofThose.test(text) ||
    onThose.test(text) ||
    catching.test(text) ||
    seizure.test(text) ||
    /^[وف](?:توفي|توفى|توفيت|ماتت?|اصيبت?)$/.test(text),
);

/** Words between those who are told of and what befell them. */
const REACH = 26;
const ends = (token: Token) => token.kind === 'break' || /^[.؛:]$/.test(token.text);

/** «سيارة تقل ثلاثة رجال ما أدى إلى مقتلهم», «سقط عامل من سقالة وتوفي على الفور»: those told of before the words of what befell them. */
export function toldBefore(
  tokens: readonly Token[],
  at: number,
  { from }: Range,
): (Count & { kind: CasualtyKind }) | null {
  const { text, form } = tokens[at] as Token;
  if (!mayTellOfThose(form)) return null;
  const [, noun = '', owner = ''] = whose.exec(text) ?? [];
  const byNoun = KINDS[noun];
  if (byNoun !== undefined) {
    const cause = text[0] === 'ب' ? at - 1 : at - 2;
    if (!leads(tokens[cause]) || (cause === at - 2 && !isTo(tokens[at - 1]))) return null;
    const who = antecedent(tokens, cause - 1, from, owner);
    return who && { ...who, kind: byNoun };
  }
  // «طائرة تقل 88 شخصا، مما أدى إلى مصرع جميع من كان على متنها»
  if (ofAll.test(text)) {
    const aboard = areAll(tokens[at + 1]) && areAboard(tokens[at + 2]) ? allAboard(tokens, at, from) : null;
    return aboard && { ...aboard, kind: 'killed' };
  }
  // «طفلين وعثر على جثتيهما»
  const bodies = ofBodies.exec(text)?.[1];
  if (bodies !== undefined) {
    const found = /^عل[ىي]$/.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
    const dead = finds(tokens[found]) ? antecedent(tokens, found - 1, from, bodies) : null;
    return dead && { ...dead, kind: 'killed' };
  }
  // «تسلل 12 مهربا وألقت القبض عليهم», «… وتم توقيفهم»
  const caught = whoAreSeized(tokens, at);
  if (caught !== null) {
    const held = antecedent(tokens, at - 1, from, caught);
    return held && { ...held, kind: 'detained' };
  }
  // «سقط ثلاثة في البحر ولم يعثر عليهم»
  if (text === 'يعثر') {
    const whom = isNot(tokens[at - 1]) ? onThose.exec(tokens[at + 1]?.text ?? '')?.[1] : undefined;
    const lost = whom === undefined ? null : antecedent(tokens, at - 2, from, whom);
    return lost && { ...lost, kind: 'missing' };
  }
  // «جرف السيل شابين ولا يزال البحث جاريا عنهما»
  if (ofThose.test(text)) {
    const sought = [1, 2, 3].find((k) => isSearch(tokens[at - k]));
    const isHunt = tokens.slice(at - 4, at).some(hunts);
    const lost =
      sought === undefined || isHunt ? null : antecedent(tokens, at - sought - 1, from, text.slice(2));
    return lost && { ...lost, kind: 'missing' };
  }
  // «طائرة على متنها أربعة ركاب ولم ينج أحد»
  if (text === 'ينج') {
    const isNobody =
      /^[وف]?لم$/.test(tokens[at - 1]?.text ?? '') && /^احدا?$/.test(tokens[at + 1]?.text ?? '');
    const dead = isNobody
      ? (antecedent(tokens, at - 1, from, 'هم') ?? antecedent(tokens, at - 1, from, 'هما'))
      : null;
    return dead && { ...dead, kind: 'killed' };
  }
  const verb = byVerb(tokens, at);
  const who = verb && antecedent(tokens, at - 1, from, /ت$/.test(text) ? 'ها' : 'ه');
  return who && verb ? { ...who, kind: verb } : null;
}

/** «هم» of «القبض عليهم», «وقبضت الشرطة عليهم», «واعتقلتهم», «وتم توقيفهم»; null where nobody is seized: «اعتقالهم» may be wanted. */
function whoAreSeized(tokens: readonly Token[], at: number): string | null {
  const { text = '' } = tokens[at] ?? {};
  if (catches(tokens[at])) return onThose.exec(tokens[at + 1]?.text ?? '')?.[1] ?? null;
  if (catches(tokens[at - 2])) return onThose.exec(text)?.[1] ?? null;
  const held = seizure.exec(text)?.[1] ?? null;
  return isDone(tokens[at - 1]) || /^[وف]?(?:اعتقلت?|احتجزت?|اوقفت)ه/.test(text) ? held : null;
}

/** Those whom a vessel carried, before what befell them all. */
function allAboard(tokens: readonly Token[], at: number, from: number): Count | null {
  for (let i = at - 1; i > at - ABOARD && i >= from; i--) {
    const count = carries(tokens[i]) ? readCount(tokens, i + 1) : null;
    if (count?.counted.is === 'people' || count?.counted.is === 'generic') return count;
  }
  return null;
}

const dies = seldomLike(/^[وف](?:توفي|توفى|توفيت|مات|ماتت)$/);
const isHurt = seldomLike(/^[وف](?:اصيبت?)$/);
const isAtOnce = seldomLike(/^(?:على|في|لاحقا|متاثر[اةه]|فورا|بعدها|غرقا|اختناقا)$/);
const whenOrWhere = seldomLike(/^(?:الفور|الحال|الحين|المستشفى|المشفى|المكان)$/);
const isWound = seldomLike(/^ب(?:جروح|كسور|رضوض|حروق|جرح|كسر|نزيف|ارتجاج|اصاب[ةه]|اصابات)$/);

/** «وتوفي على الفور», «فأصيب بكسور»: nobody is named behind. */
function byVerb(tokens: readonly Token[], at: number): CasualtyKind | null {
  const next = tokens[at + 1];
  if (dies(tokens[at])) {
    // «وتوفيت 60 حالة»: others, who are counted behind.
    if (readCount(tokens, at + 1)) return null;
    if (next?.kind !== 'word') return 'killed';
    const isPlaced = /^(?:على|في)$/.test(next.text) ? whenOrWhere(tokens[at + 2]) : isAtOnce(next);
    const behind = tokens[at + (/^(?:على|في)$/.test(next.text) ? 3 : 2)];
    return isPlaced && (behind?.kind !== 'word' || !/^ال/.test(behind.text)) ? 'killed' : null;
  }
  return isHurt(tokens[at]) && isWound(next) ? 'injured' : null;
}

const falls = seldomLike(/^[وف]?(?:سقطت?|غرقت?|انزلقت?|قفزت?|هوى|هوت)$/);
const isAmong = seldomLike(/^(?:بينهم|منهم|ضمنهم)$/);

/** «والدتها», «المعلمة»: of whom it may be said rather. */
const isSomebodyKnown = ({ text }: Token): boolean =>
  isOneOfTheirs(text) || (/^ال/.test(text) && ONES.has(bareWord(text)));

/** The people nearest before token `at` of whom `owner` is said: «هم» of three and more. */
function antecedent(tokens: readonly Token[], at: number, from: number, owner: string): Count | null {
  for (let i = at; i > at - REACH && i >= from; i--) {
    const token = tokens[i] as Token;
    if (ends(token)) return null;
    if (owner === 'هما' || owner === 'هم' || owner === 'هن') {
      const count = readCount(tokens, i);
      // «تسلل 181 بينهم أجنبيان»
      const areSome = count?.counted.is === 'nothing' && (isAmong(tokens[count.to]) || falls(tokens[i - 1]));
      if (!count || (count.counted.is !== 'people' && count.counted.is !== 'generic' && !areSome)) continue;
      if ((count.min === 2 && count.max === 2) === (owner === 'هما')) return count;
    } else if (isSomebodyKnown(token)) return null;
    else if (ONES.has(token.text) || token.text === 'شخص' || token.text === 'شخصا') {
      const isHers = /[ةه]$/.test(token.text);
      const isOfSomebody = /^ال/.test(tokens[i + 1]?.text ?? '') || readCount(tokens, i - 1) !== null;
      if (isHers !== (owner === 'ها')) continue;
      if (isOfSomebody) return null;
      const is = GENERIC.has(token.text) ? 'generic' : 'people';
      return exactly(1, { from: i, to: i + 1, counted: { is, at: i } });
    }
  }
  return null;
}
