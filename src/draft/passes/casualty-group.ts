import { countryOfNisba } from '#arabic/countries.ts';
import { isOpeningMark, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import type { Reading } from '#draft/reading.ts';
import { adjectivesEnd } from './casualty-adjectives.ts';
import type { Count } from './casualty-counts.ts';
import { isOfThem } from './casualty-doubts.ts';
import { areSuspects, groupEnd, isWhose } from './casualty-group-end.ts';
import { isOneFamily } from './casualty-numbers.ts';
import { inRanks, isOfSomeFamily, ofBoth, partOf } from './casualty-ranks.ts';
import { isOneOfTheirs } from './casualty-relatives.ts';
import {
  DUALS,
  FAMILIES,
  isPeopleWord,
  NEED_COMPLEMENT,
  OF_THEM,
  ONES,
  PEOPLE_FORMS,
  POSSESSED_DUALS,
} from './casualty-words.ts';
import { textOf } from './text-of.ts';

/** Words between a toll and «جميعهم من المدنيين». */
const ALL_OF_THEM = 18;

const areOwners = tokenLike(/^اصحاب(?:ه|ها|هم)$/);

/** Who was counted, and what befell them; null for people in general. */
export function groupOf(reading: Reading, count: Count, kind: CasualtyKind): string | null {
  const { tokens } = reading;
  const { counted } = count;
  const own = count.who ?? (counted.is === 'people' ? nounOf(tokens, counted.at) : null);
  // «ثماني إصابات، توفي ستة من أصحابها»
  if (own !== null && areOwners(tokens[own])) return null;
  if (own !== null && isOfSomeFamily(tokens, own)) return null;
  // «فر ستة آلاف لاجئ من اليمن»: from where they fled.
  if (own !== null)
    return withoutClitic(
      textOf(reading, { from: own, to: groupEnd(tokens, own, kind !== 'displaced') }),
      tokens[own]?.text ?? '',
    );
  if (counted.is === 'things') return null;
  // «استشهد 13 نازحا»: what they were before.
  if (counted.is === 'victims' && counted.kind !== kind && counted.kind !== 'injured')
    return textOf(reading, { from: counted.at, to: groupEnd(tokens, counted.at, true) });
  if (counted.is === 'generic' && isNationality(tokens, counted.at + 1)) {
    // «خمسة منهم فرنسيون», «شخصان فرنسيان»
    // «جندي لبناني وآخر سوري»
    const isJoined = /^واخر/.test(tokens[counted.at]?.text ?? '');
    const from = isJoined || OF_THEM.has(tokens[counted.at]?.text ?? '') ? counted.at + 1 : counted.at;
    return textOf(reading, { from, to: counted.at + 2 });
  }
  // «شخصان مشتبه بهما»
  if (counted.is === 'generic' && areSuspects(tokens, counted.at + 1))
    return textOf(reading, { from: counted.at + 1, to: counted.at + 3 });
  // «14 ضحية مصرية»
  if (counted.is === 'victims' && counted.at >= count.numberTo && isNationality(tokens, counted.at + 1))
    return textOf(reading, { from: counted.at + 1, to: counted.at + 2 });
  const behind = behindCount(tokens, count);
  if (behind === null) return null;
  const first = tokens[behind]?.text ?? '';
  const to = groupEnd(tokens, behind, /^ل/.test(first));
  const text = textOf(reading, {
    from: behind,
    to: isAmid(tokens[behind - 1]) ? othersAmid(tokens, to) : ofPair(tokens, count, behind, to),
  });
  // «جثتان لرضيعين»
  return /^ل/.test(first) && !PEOPLE_FORMS.has(first) ? text.replace(/^لل/, 'ال').replace(/^ل/, '') : text;
}

/** «جثتين لرجل وامرأة»: one is of either. */
function ofPair(tokens: readonly Token[], { min, max }: Count, one: number, to: number): number {
  const other = /^و(.{2,})$/.exec(tokens[to]?.text ?? '')?.[1] ?? '';
  const areTwo = min === 2 && max === 2 && ONES.has((tokens[one]?.text ?? '').slice(1));
  return areTwo && (ONES.has(other) || isOneOfTheirs(other)) ? to + 1 : to;
}

const isAmid = tokenLike(/^بين$/);

/** «ستة بين جنود ومدنيين»: past the others among whom they were. */
function othersAmid(tokens: readonly Token[], at: number): number {
  const { text = '' } = tokens[at] ?? {};
  if (text[0] !== 'و' || PEOPLE_FORMS.has(text) || !isPeopleWord(text.slice(1))) return at;
  return othersAmid(tokens, groupEnd(tokens, at, false));
}

/** «عسكريين تركيين»: where the noun stands whose adjective was counted. */
const nounOf = (tokens: readonly Token[], at: number) =>
  isPeopleWord(tokens[at - 1]?.text ?? '') && adjectivesEnd(tokens, at - 1, at) > at ? at - 1 : at;

function behindCount(tokens: readonly Token[], count: Count): number | null {
  return (
    whoTheyAre(tokens, count) ??
    familyBefore(tokens, count) ??
    ofCorpses(tokens, count) ??
    inRanks(tokens, count.to) ??
    partOf(tokens, count.counted.is === 'nothing' ? count.numberTo : count.to) ??
    ofBoth(tokens, count) ??
    allOfThem(tokens, count.to) ??
    believedToBe(tokens, count.to) ??
    sideBefore(tokens, count)
  );
}

const isCivil = tokenLike(/^مدني(?:ا|[ةه]|ين|ان|ون|ات|تين|تان)?$/);
/** «مصرية», «فلسطينيا», «سوريين» */
const NISBA_FORMS = [
  [/ة$/, 'ه'],
  [/يا$/, 'ي'],
  [/ي(?:ين|ون|ان)$/, 'ي'],
] as const;

const isNationality = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    !/^ال/.test(token.text) &&
    (isCivil(token) ||
      NISBA_FORMS.some(([form, bare]) => countryOfNisba(token.text.replace(form, bare)) !== undefined))
  );
};

/** «15 منهم أطفال», «15 من بين القتلى أطفال», «18 من القتلى ينتمون إلى الحرس». */
function whoTheyAre(tokens: readonly Token[], count: Count): number | null {
  if (!isOfThem(tokens, count)) return null;
  // «خمسة من القتلى، وهم أفراد عائلة واحدة»
  const they =
    tokens[count.to]?.text === '،' && tokens[count.to + 1]?.text === 'وهم' ? count.to + 2 : count.to;
  const next = tokens[they]?.text ?? '';
  // «تسعة منهم ومعلمة»: she is another.
  const isAnother = next[0] === 'و' && isPeopleWord(next.slice(1)) && !PEOPLE_FORMS.has(next);
  if (!isAnother && (isPeopleWord(next) || NEED_COMPLEMENT.has(next))) return they;
  if (!/^(?:ينتمون|ينتمي|ينتسبون|يتبعون|ينحدرون)$/.test(next)) return null;
  const of = /^(?:الى|الي|ل|من)$/.test(tokens[count.to + 1]?.text ?? '') ? count.to + 2 : count.to + 1;
  return isOpeningMark(tokens[of]) ? of + 1 : of;
}

const isMadeUp = tokenLike(/^ال(?:مكون|مؤلف|متالف|متكون)$/);
const isCrew = tokenLike(/^(?:طاقم|فريق|وفد)(?:ه|ها|هم)$|^ال(?:طاقم|فريق|وفد)$/);

/** «أسرة من خمسة أفراد», «عائلة مكونة من ستة أشخاص». */
function familyBefore(tokens: readonly Token[], { from }: Count): number | null {
  if (tokens[from - 1]?.text !== 'من') return null;
  for (const at of [from - 2, from - 3, from - 4]) {
    const token = tokens[at];
    if (token?.kind === 'word' && FAMILIES.has(token.text)) return at;
  }
  // «طاقمها المكون من أربعة أفراد»
  if (isMadeUp(tokens[from - 2]) && isCrew(tokens[from - 3])) return from - 3;
  return null;
}

/** Words of a side that is named before its dead. */
const LONGEST_SIDE = 6;

const isSide = tokenLike(/^(?:جانب|صفوف)$/);
const inflicts = tokenLike(/^[وفي]?كبد(?:ت|وا)?$/);

/** «قتل من جانب المقاومة ثمانية», «سقط في صفوف الجيش 12 قتيلا», «سقط للحركة ستة قتلى». */
function sideBefore(tokens: readonly Token[], { from, counted }: Count): number | null {
  const near = tokens[from - 1]?.text ?? '';
  if (counted.is === 'victims' && /^لل/.test(near) && /^[وف]?سقط$/.test(tokens[from - 2]?.text ?? ''))
    return isWhose(tokens, from - 1) ? from - 1 : null;
  for (let i = from - 2; i >= from - LONGEST_SIDE && i > 0; i--) {
    // «كبد الجيش القوات الغازية ما لا يقل عن 40 قتيلا»: whom, behind who did it.
    if (counted.is === 'victims' && inflicts(tokens[i])) {
      for (let who = from - 1; who > i; who--)
        if (isWhose(tokens, who) && groupEnd(tokens, who, false) === from) return who;
      return null;
    }
    if (isSide(tokens[i]) && /^(?:من|في|بين)$/.test(tokens[i - 1]?.text ?? ''))
      return isWhose(tokens, i + 1) && groupEnd(tokens, i + 1, false) === from ? i + 1 : null;
  }
  return null;
}

const areBodiesOf = tokenLike(/^[وبل]?(?:جثتي|جثتا|جثث|جثماني|جثامين)$/);

/** «جثتان لرضيعين», «رفات 12 شخصا» of nobody. */
function ofCorpses(tokens: readonly Token[], { counted, to }: Count): number | null {
  const text = tokens[to]?.text ?? '';
  const whose = text.slice(1);
  if (counted.is !== 'victims') return null;
  // «جثث 55 ضحية لذويهم»: to whom they are given.
  const arePeople =
    /^ل(?!ذو|اه(?:ل|الي)|عائل|اسر|اقارب).{3}/.test(text) && (isPeopleWord(whose) || DUALS.has(whose));
  // «جثتي صيادين»
  const areOf = areBodiesOf(tokens[counted.at]) && counted.at === to - 1;
  return arePeople || (areOf && (isPeopleWord(text) || DUALS.has(text))) ? to : null;
}

/** «وجميعهم من المدنيين», said of all that were counted before. */
function allOfThem(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < from + ALL_OF_THEM; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'break' || token.text === '.') return null;
    if (!isAll(token)) continue;
    const who = tokens[i + 1]?.text === 'من' ? i + 2 : i + 1;
    // «جميعهم من أسرة واحدة»: of which, nobody says.
    if (isOneFamily(tokens, who + 1)) return null;
    return isPeopleWord(tokens[who]?.text ?? '') ? who : null;
  }
  return null;
}

/** «19 شخصا، يُعتقد أنهم مهاجرون», «ليرتفع إلى 37 عدد المدنيين الذين قضوا». */
function believedToBe(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.text === 'عدد' && isPeopleWord(tokens[at + 1]?.text ?? '')) return at + 1;
  const verb = tokens[at]?.text === '،' ? at + 1 : at;
  if (!/^و?(?:يعتقد|يرجح|يشتبه|يظن|يبدو|قيل)$/.test(tokens[verb]?.text ?? '')) return null;
  const they = verb + (/^(?:في|ب)$/.test(tokens[verb + 1]?.text ?? '') ? 2 : 1);
  if (!/^ب?ان(?:هم|هما|هن)$/.test(tokens[they]?.text ?? '')) return null;
  const who = tokens[they + 1]?.text === 'من' ? they + 2 : they + 1;
  return isPeopleWord(tokens[who]?.text ?? '') ? who : null;
}

const isAll = tokenLike(/^و?(?:جميعهم|كلهم|جميعهن|كلهن|وكلهم)$/);

const isParent = (word: string) => /^(?:اب|ام)ا?$/.test(word);

/** «ورجلان», «لطفلين», «بشابين», «بالضيوف»: the people without what is written on them. */
function withoutClitic(group: string, first: string): string {
  if (/^بال/.test(first)) return group.slice(1);
  const bare = first.slice(1);
  const isTwo = DUALS.has(bare) || /^[ول]?شخص(ان|ين)$/.test(first) || countryOfNisba(bare) !== undefined;
  const isJoined =
    /^[ولب]/.test(first) &&
    (isTwo ||
      PEOPLE_FORMS.has(bare) ||
      POSSESSED_DUALS.has(bare) ||
      isPeopleWord(bare) ||
      isOneOfTheirs(bare) ||
      isParent(bare));
  return isJoined && !DUALS.has(first) && !PEOPLE_FORMS.has(first) ? group.slice(1) : group;
}
