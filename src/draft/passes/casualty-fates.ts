import { ofForm } from '#arabic/forms.ts';
import { seldomLike, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { anchorAt, frameAt } from './casualty-anchors.ts';
import { endsClauseAt, isAmongThem } from './casualty-clauses.ts';
import { mayBeginCount, readCount } from './casualty-counts.ts';
import { waits } from './casualty-group-phrase.ts';
import { fellDown } from './casualty-not-dead.ts';
import { isOneOfTheirs } from './casualty-relatives.ts';
import type { AnchorHere } from './casualty-tallies.ts';
import {
  AFTER,
  AMONG,
  BEFORE_NAMES,
  BODIES,
  FRAME_VERBS,
  isPeopleWord,
  NOUNS,
  OF_THEM,
  ONES,
  PLURAL_VERBS,
  VERBS,
  VICTIMS,
} from './casualty-words.ts';
import type { Range } from './speaker.ts';
import { isInstitution, isNisba, TIMES } from './speaker-words.ts';

/** Words between a counted noun and the verb that says what became of it. */
const LONGEST_RELATIVE = 12;

/** Words of an aside between commas. */
const LONGEST_ASIDE = 8;

const PAUSES = new Set(['.', ':', '،', '؛']);
/** «وأنهم»: another clause. */
const AND_THAT = new Set(['وان', 'وانه', 'وانها', 'وانهم']);
/** «لا يزال … ضحايا», «، ضحايا». */
const isBeforeVictims = tokenLike(/^(?:،|[يت]?زال(?:وا|ون)?)$/);

/** What became of people who are counted, and where that is said. */
export interface Fate {
  kind: CasualtyKind;
  partOf: boolean;
  to: number;
  at: number;
  /** «قتيلان وخمسة جرحى حصيلة انفجار»: counted, and none of them need have died. */
  tally?: boolean;
}

/** «ستة أشخاص بينهم ثلاثة جنود قتلوا»: behind those who are some of them, where a verb follows; else `at`. */
function pastParts(tokens: readonly Token[], at: number): number {
  const others = /^اخر(?:ين|ون|ى)$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  const among = AMONG.longestAt(tokens, others);
  const some = among && readCount(tokens, among.to);
  return some && PLURAL_VERBS.has(tokens[some.to]?.text ?? '') ? some.to : at;
}

/** What a clause says behind the people it counts: «16 من أفراد قوات الأمن قتلوا», «ستة … في عداد المفقودين». */
export function fateAfter(tokens: readonly Token[], from: number): Fate | null {
  let aside = false;
  let relative = false;
  for (let i = pastParts(tokens, from); i < from + LONGEST_RELATIVE + (aside ? LONGEST_ASIDE : 0); i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break') return null;
    if (token.kind === 'mark') {
      // «… بينهم شرطي، قتلوا في الهجوم»
      if (token.text === '،' && saysFate(tokens, i + 1)) continue;
      // «وعددهم نحو 70، الذين أجلوا»
      const those = tokens[i + 1];
      if (token.text === '،' && i === from && those && (those.text === 'الذين' || those.text === 'اللواتي'))
        continue;
      // «320 ألف شخص، أكثر من نصفهم أطفال، نزحوا»: what stands between two commas is passed over.
      const close: number = token.text === '،' && !aside ? closingComma(tokens, i) : -1;
      if (close < 0 && PAUSES.has(token.text)) return null;
      if (close > 0) [i, aside] = [close, true];
      continue;
    }
    if (token.kind !== 'word') continue;
    // «42 شخصا يُخشى أنهم لقوا حتفهم»
    if (fears(token)) return null;
    // «جرفتهم الأمواج، في حين نقلت 14 جثة إلى المشرحة»: told of others.
    if ((i > from || isMeanwhile(token) || adds(token)) && endsClauseAt(tokens, i)) return null;
    // «شارك الآلاف في تشييع خمسة قتلوا»: of those who are counted nearer.
    if (i > from && countsNearer(tokens, i)) return null;
    // «فقدنا 8 من أبناء القرية و12 في العناية»: said of others.
    if (token.text === 'و' && countsOthers(tokens, i + 1)) return null;
    // «2311 عاملاً ضحايا المناجم», «يرتفع إلى 340 عدد القتلى»
    const victims =
      // «شيع المئات جثامين سبعة»: whose they are not.
      (i === from || isBeforeVictims(tokens[i - 1]) || (i === from + 1 && isDeadSo(tokens, i))) &&
      !token.text.startsWith('جث')
        ? (VICTIMS.get(token.text) ?? (token.text.startsWith('و') ? undefined : tallyHere(tokens, i)))
        : undefined;
    // «43 طالبا مفقودا»: their adjective.
    const isTheirs = i === from && areSo(token, tokens[i - 1]);
    if (victims && (!('number' in victims) || victims.number !== 'one' || isTheirs))
      return { kind: victims.kind, partOf: false, to: i + 1, at: i, tally: 'tally' in victims };
    const theirs = relative ? fateNoun(token.form) : null;
    if (theirs) return { kind: theirs, partOf: false, to: i + 1, at: i };
    if (isRelative(token)) relative = true;
    // «متأثرين بحروق»: of what they died.
    if (succumb(tokens[i - 1]) && token.text[0] === 'ب') continue;
    const after = AFTER.longestAt(tokens, i);
    // «من تحت الأنقاض»: found, not missing.
    if (after && (after.value.partOf || tokens[i - 1]?.text !== 'من'))
      return { ...after.value, to: after.to, at: i };
    const verb =
      PLURAL_VERBS.get(token.text) ??
      (i === from ? PLURAL_VERBS.get(token.text.replace(/^ف(?=.{4})/, '')) : undefined) ??
      (i === from ? (befellThem(token.form) ?? holdsThem(token.form)) : null) ??
      (i <= from + 1 ? drowned(tokens, from, i) : null);
    // «متأثرين بجروح أصيبوا بها»: of what they died.
    if (verb?.kind === 'injured' && /^ب(?:ه|ها)$/.test(tokens[i + 1]?.text ?? '')) continue;
    // «ثلاثة سقطوا في البحر ولم يعثر عليهم»
    if (verb?.kind === 'killed' && fellDown(tokens, { to: i + 1 }, i)) {
      const lost = tokens.slice(i, i + LONGEST_RELATIVE).findIndex(({ text }) => text === 'ولم');
      const sought = lost < 0 ? null : AFTER.longestAt(tokens, i + lost, 'conjunction');
      return sought && { ...sought.value, to: sought.to, at: i + lost };
    }
    if (verb && (actOnOthers(tokens, i) || isOfSome(tokens, from, i))) return null;
    if (verb?.kind === 'missing' && losesSomething(tokens[i + 1])) return frameOnly(tokens, i);
    if (verb) return { kind: verb.kind, partOf: false, to: i + 1, at: i };
    // «276 فتاة لا يزال مصير 96 منهن مجهولا»: of those.
    const isOfOthers = token.text.startsWith('مصير') && readCount(tokens, i + 1) !== null;
    // «ونقلوا أربعة أحياء إلى المستشفى» is said of others.
    const frame =
      (token.text.startsWith('و') && !FRAME_VERBS.has(token.text)) || isOfOthers || refuses(tokens[i - 1])
        ? null
        : frameAt(tokens, i);
    if (frame) return { kind: frame, partOf: false, to: i + 1, at: i };
    if (token.text === 'مفقودين' || token.text === 'مفقودون')
      return { kind: 'missing', partOf: false, to: i + 1, at: i };
    // «خطف ثلاثة جنود وأن سبعة آخرين جرحوا»
    // «43 حالة، مضيفة أن ثلاثة توفوا»
    if (AND_THAT.has(token.text) || (addsThat(tokens[i - 1]) && isThat(token))) return null;
    // «ثمانية أطفال وثلاث نساء … ضمن القتلى»: one fate for both.
    // «12 من موظفي وزارة الصحة قتلوا»: its own letter.
    const isJoined = token.text.startsWith('و') && !isWholeWord(token.text);
    const further = isJoined ? readCount(tokens, i) : null;
    if (further && further.counted.is === 'people') {
      i = further.to - 1;
      continue;
    }
    // Something else begins: «… وإصابة تسعة بجروح».
    if (anchorAt(tokens, i)) return null;
    if (isJoined && token.text.length > 3 && !token.text.startsWith('وال') && !isPeopleWord(token.text))
      return null;
  }
  return null;
}

const areTwo = tokenLike(/[اي]ن$/);
const addsThat = seldomLike(/^(?:مضيف|مؤكد|موضح|مشير|لافت|مبين|كاشف|ذاكر|معلن|منوه|مستطرد|متابع)(?:ا|[ةه])$/);
const isThat = tokenLike(/^[وب]?ان$/);
const mayTellHow = seldomLike(/^(?:غرق|دهس|صعق|ذبح|شنق|طعن|حبس|اسر)ا$/);
/** «أن طفلين صغيرين غرقا»; «توفي طفلان غرقا» is told by its verb. */
const drowned = (tokens: readonly Token[], from: number, at: number) =>
  mayTellHow(tokens[at]) && areTwo(tokens[from - 1]) && isThat(tokens[from - 2])
    ? (VERBS.get((tokens[at]?.text ?? '').slice(0, -1)) ?? null)
    : null;
const isWholeWord = (text: string) => isInstitution(text) || BODIES.has(text) || waits(text);

const succumb = tokenLike(/^متاثر(?:ين|ان|ون|تين)$/);
const isMeanwhile = tokenLike(/^و?(?:فيما|بينما)$/);

const isLost = tokenLike(/^.{3,}(?:هم|هن|هما)$|^ال/);
/** «فقدوا أطرافهم», «فقدن السمع»: not they are lost; «اختفوا الليلة الماضية» is said of them. */
const losesSomething = (token: Token | undefined): boolean =>
  isLost(token) && !TIMES.has(token?.text ?? '') && !isAmongThem(token?.text ?? '');

const mayAct = tokenLike(
  /^(?:[يت]قتلان|[يت]خطفان|[يت]طعنان|يقتلون|قتلا|خطفا|طعنا|قتلوا|خطفوا|اختطفوا|احتجزوا|اعتقلوا|اغتالوا|ذبحوا|اسروا|جرحوا|اعدموا)$/,
);
const isWhom = tokenLike(
  /^ال(?!يوم$|ليل[ةه]$|بارح[ةه]$|احد$|اثنين$|ثلاثاء$|اربعاء$|خميس$|جمع[ةه]$|سبت$|شهر$|اسبوع$|عام$|سن[ةه]$|صيف$|شتاء$|ربيع$|خريف$|فجر$|صباح$|مساء$|ماضي).{3,}/,
);

const isOnePerson = (text: string) => ONES.has(text) || BEFORE_NAMES.has(text) || isOneOfTheirs(text);

/** «50 مسلحا خطفوا الأطفال», «قتلوا 12 شخصا»: what they did, and not what befell them. */
const actOnOthers = (tokens: readonly Token[], at: number): boolean =>
  mayAct(tokens[at]) &&
  (isWhom(tokens[at + 1]) ||
    isOnePerson(tokens[at + 1]?.text ?? '') ||
    /^(?:people|generic)$/.test(readCount(tokens, at + 1)?.counted.is ?? ''));

/** «خمسة رعاة», but «ثلاثة من 12 راعيا» are some of those. */
function countsNearer(tokens: readonly Token[], at: number): boolean {
  const [number, before] = [tokens[at - 1], tokens[at - 2]];
  const begins = number?.kind === 'number' ? at - 1 : at;
  if (!mayBeginCount((tokens[begins] as Token).form)) return false;
  if (/^(?:و|من|ال|اصل|بين|و?عدد(?:هم|هن)|و.*)$/.test((begins < at ? before : number)?.text ?? ''))
    return false;
  const count = readCount(tokens, begins);
  return count?.counted.is === 'people' && count.numberTo > count.from && !count.conjoined;
}

const isAmong = tokenLike(/^و?(?:بينهم|منهم)$/);
const isOfTwo = tokenLike(/[^و]ا$/);

/** «21 بحارا بينهم خمسة أصيبوا», «بينهم بحاران أصيبا»: said of those few, as no number of all stands there. */
const isOfSome = (tokens: readonly Token[], from: number, at: number): boolean =>
  at - 2 >= from &&
  isAmong(tokens[at - 2]) &&
  (isOfTwo(tokens[at]) || readCount(tokens, at - 1)?.counted.is === 'nothing');

function countsOthers(tokens: readonly Token[], at: number): boolean {
  const others = tokens[at]?.kind === 'number' ? readCount(tokens, at) : null;
  return others?.counted.is === 'nothing';
}

/** «كثيرون رفضوا مغادرة ديارهم»: they have stayed. */
const refuses = tokenLike(
  /^[وف]?(?:رفض(?:وا|ت)?|[يت]رفض(?:ون|وا)?|عارض(?:وا|ت)?|[يت]ستط[يع]{1,2}(?:ون|وا)?|[يت]تمكن(?:ون|وا)?|رافض(?:ين|ون|ا)?|عدم|دون)$/,
);

const areDead = tokenLike(/^(?:موتى|قتلى|امواتا|صرعى)$/);
const areVictims = tokenLike(/^ضحايا$/);
const isAdjective = tokenLike(/^(?!ال).{3,}(?:ين|ون|ات)$/);
/** «سبعة عمال نيباليين موتى» */
const isDeadSo = (tokens: readonly Token[], at: number): boolean =>
  (areDead(tokens[at]) && (tokens[at]?.text !== 'قتلى' || isAdjective(tokens[at - 1]))) ||
  // «عشرة آلاف مواطن سوري ضحايا الحرب»
  (areVictims(tokens[at]) && isNisba(tokens[at - 1]?.text ?? ''));

const areLostOrHeld = tokenLike(/^(?:مفقود|مختف|مختطف|مخطوف|معتقل|محتجز|موقوف)ا$/);
const areSo = (adjective: Token, noun: Token | undefined): boolean =>
  areLostOrHeld(adjective) && /[^ا]ا$/.test(noun?.text ?? '') && isPeopleWord(noun?.text ?? '');

/** «60 ألف زائر مبينا أن بين القتلى 18»: goes on to tell of others. */
const adds = seldomLike(/^[وف]?(?:مضيف|مشير|مؤكد|موضح|مبين|منوه|لافت|كاشف|معلن)[اةه]{1,2}$/);
const fears = tokenLike(/^[يت]خش[ىي]$/);
const isRelative = tokenLike(/^(?:الذين|اللواتي|اللذين|ممن|من)$/);

/** «الذين وثق المركز مقتلهم»: said of them by a noun. */
const fateNoun = ofForm(({ text }) => {
  const bare = /^(.{2,})(?:هم|هن|هما)$/.exec(text)?.[1];
  const noun = bare === undefined ? undefined : (NOUNS.get(bare) ?? NOUNS.get(bare.replace(/ت$/, 'ة')));
  return noun && !noun.needsPeople ? noun.kind : null;
});

/** «700 عائلة نزحت», «12 طالبة أصيبت»: said of them as of one woman. */
const befellThem = ofForm(({ text }) => {
  const verb = /ت$/.test(text) ? VERBS.get(text) : undefined;
  const mayBe =
    verb?.kind === 'displaced' ||
    /^(?:استشهدت|توفيت|ماتت|اصيبت|جرحت|اعتقلت|اوقفت|خطفت|اختطفت|احتجزت)$/.test(text);
  return verb && mayBe ? verb : null;
});

/** «17 جنديا تحتجزهم الجماعة»: what is done to them. */
const holdsThem = ofForm(({ text }) => {
  const bare = /^(.{3,})(?:هم|هما|هن)$/.exec(text)?.[1];
  const verb = bare === undefined ? undefined : VERBS.get(bare);
  return verb?.kind === 'detained' ? verb : null;
});

function frameOnly(tokens: readonly Token[], at: number) {
  const frame = frameAt(tokens, at);
  return frame && { kind: frame, partOf: false, to: at + 1, at };
}

function tallyHere(tokens: readonly Token[], at: number): AnchorHere | undefined {
  const anchor = anchorAt(tokens, at);
  return anchor?.tally ? anchor : undefined;
}

function saysFate(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && (PLURAL_VERBS.has(token.text) || AFTER.longestAt(tokens, at) !== null);
}

function closingComma(tokens: readonly Token[], open: number): number {
  // «خمسة شبان، وأصيب 11 آخرون، …»: others are told of.
  const next = tokens[open + 1];
  if (next?.text.startsWith('و') && anchorAt(tokens, open + 1)) return -1;
  // «31 شخصا، فيما بلغ عدد المصابين 417، بينهم 60»: no aside.
  if (endsClauseAt(tokens, open + 1)) return -1;
  for (let i = open + 1; i < open + LONGEST_ASIDE; i++) {
    if (tokens[i]?.text === '،') return i;
    // «251 شخصا، لا يزال 47 منهم هناك، بينهم 25 لقوا حتفهم»: what is told of some of them.
    if (OF_THEM.has(tokens[i]?.text ?? '')) return -1;
    if (tokens[i]?.kind !== 'word' && tokens[i]?.kind !== 'number') return -1;
  }
  return -1;
}

/** «الآلاف قد يموتون»: it may come to that; «عندما كان 87 عاملا تحت الأرض»: where they were when it came. */
export function isFeared(tokens: readonly Token[], fate: Fate | null, { from }: Range): boolean {
  if (fate === null) return false;
  if (fate.kind === 'missing' && was(tokens[from - 1]) && isWhen(tokens[from - 2])) return true;
  return (
    tokens[fate.at - 1]?.text === 'قد' && /^(?:ي|ت(?!.*(?:وا|يا|تا)$))/.test(tokens[fate.at]?.text ?? '')
  );
}

const was = tokenLike(/^كان$/);
const isWhen = tokenLike(/^[وف]?(?:عندما|حين|حينما|بينما|فيما|وقت|لحظ[ةه])$/);
