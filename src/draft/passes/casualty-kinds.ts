import { isOpeningMark, type Token, tokenLike } from '#arabic/tokens.ts';
import type { CasualtyKind } from '#draft/fact.ts';
import { losesItsOwn } from './casualty-bereft.ts';
import { tellsWhenOrWhere } from './casualty-circumstance.ts';
import { areLosses, areSoldiers, isOnlyOfPeople, isPlaced } from './casualty-clauses.ts';
import type { Count } from './casualty-counts.ts';
import { areAmongIt, mayBePeople } from './casualty-doubts.ts';
import { dualOf } from './casualty-duals.ts';
import { kindOfOldToll } from './casualty-earlier-tolls.ts';
import type { Fate } from './casualty-fates.ts';
import { isWhose } from './casualty-group-end.ts';
import { type AnchorHere, rises } from './casualty-tallies.ts';
import { ENDS_OF_LIFE, isPeopleWord, lookUp, OF_THEM, VICTIMS } from './casualty-words.ts';
import { isIn, isPlaceWord, placeEnd, TIMES } from './speaker-words.ts';

/** A count this far behind what counts it is of something else. Tokens. */
const REACH = 12;
const REACH_OF_TALLY = 26;
/** So near that nothing can stand between. */
export const NEAR = 2;
/** Words between «البحث عن» and those who are looked for. */
const SOUGHT_NEAR = 3;
/** Words between two places of one toll. */
const BESIDE = 7;
/** … where the second begins with where that was. */
const BESIDE_PLACED = 10;

/** What a sentence has said before a count. */
export interface SaidBefore {
  anchor: (AnchorHere & { at: number }) | null;
  /** After «بينهم», «من بين القتلى»: what befell those whose parts are told. */
  among: CasualtyKind | null;
  /** The figure before in this sentence, and where its count ends. */
  last: { kind: CasualtyKind; to: number } | null;
}

const isHurt = (text: string) => /^(?:اصابات|اصابت|حالات|حالت|جروح|جراح)(?:هم|هن|هما)$/.test(text);

/** «لجأ 12 ألفا إلى تشاد», «القبض على ثلاثة يشتبه في تورطهم»: behind a number of people without a noun. */
function standsAlone(tokens: readonly Token[], at: number, kind: CasualtyKind): boolean {
  const next = tokens[at];
  if (next?.kind !== 'word' || TIMES.has(next.text)) return true;
  return kind === 'displaced'
    ? /^(?:الى|الي|من|عن|نحو|باتجاه|خلال|منذ|جراء|اثر|بسبب|داخل|داخليا|خارج|في|فى|عندما|بعدما|بعد|بحسب|حسب|حسبما|وفق|وفقا)$/.test(
        next.text,
      )
    : kind === 'detained' &&
        /^(?:في|فى|بعد|على|خلال|امس|اليوم|الليل[ةه]|اثر|عقب|قرب|(?:شمال|جنوب|شرق|غرب)ي?|اخرين)$|^و(?:.{3,}[ةتا]|مقتل|مصرع|استشهاد|جرح|اعتقال|تدمير)$|^(?:[يت]شتبه|[يت]عتقد|بتهم[ةه]|بشبه[ةه]|للاشتباه|لاتهامهم)$/.test(
          next.text,
        );
}

/** «قضى جريحان», but «سقط جريحان». */
const isDeath = tokenLike(/^[وف]?(?:[يت]?قض[ىيت]|[يت]?توف[ىيت]|مات|ماتت|[يت]موت|[يت]?فارقت?|وفا[ةه])$/);
/** Words between those who are hurt and how badly. */
const GRAVE = 5;
const isGrave = (tokens: readonly Token[], at: number) =>
  tokens.slice(at, at + GRAVE).some(({ text }) => /(?:حرج|خطر|خطير|مستقر|صعب)[ةه]$/.test(text));

/** «جثتي شقيقين تحت الأنقاض»: found, and dead; parts stay parts before them: «34 جثة، بينها جثث ثمانية أطفال». */
export const isBodies = tokenLike(/^[وبل]?(?:ال)?(?:جث|جثامين|جثمان)/);

const areBad = tokenLike(/^(?:خطير|حرج|خطر|بليغ|بالغ|متوسط|طفيف|بسيط)(?:[ةه]|تين|تان)$/);
const isBad = tokenLike(/^(?:خطير|حرج|خطر|بليغ|بالغ|متوسط|طفيف)[ةه]$/);

/** «لا يزال», «ما زالوا» */
export const isStill = tokenLike(/^[وف]?[يت]?زال(?:وا|ون|ت)?$/);
/** «منها لنساء», «واثنتان لطفلين»: whose a body is. */
const ownsBody = (tokens: readonly Token[], at: number) =>
  /^ل.{3}/.test(tokens[at]?.text ?? '') && isPeopleWord((tokens[at]?.text ?? '').slice(1));
/** «يشكك»: what they do; «يصاب» befalls them. */
const doesNow = tokenLike(/^ي(?!من|ابان|هود|ونان|وم|سار|مين|ولي|وني|ناير|صاب|قتل|عتقد|رجح|شتبه).{3,}$/);

/** «أوقفت الشرطة أربعة», «شردت الحرب 12 مليونا»: nothing but who did it stands between; nor need that. */
const isSubjectBetween = (tokens: readonly Token[], from: number, to: number) =>
  to - from <= NEAR && tokens.slice(from, to).every(({ text }) => /^ال/.test(text));

/** «البحث عن وظيفة يقلق 3 ملايين شاب» */
const isThing = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !/^ال/.test(token.text) &&
  !isPeopleWord(token.text) &&
  !lookUp(VICTIMS, token.text);

const isThat = tokenLike(/^[وف]ان$/);
const isState = tokenLike(/^حال[ةه]?$/);

const areCases = tokenLike(
  /^(?:وفا[ةه]|وفيات|حال[ةه]|حالات|حالتين|حالتان|اصاب[ةه]|اصابات|جث[ةه]|جثث|ضحي[ةه]|ضحايا)$/,
);

/** Words of a place between two tolls of a list: «وكارولاينا الجنوبية 29». */
const LONGEST_PLACE = 3;

const isSide = tokenLike(/^ال(?:جنوبي|شمالي|شرقي|غربي)[ةه]?$/);

/** «بينها 40 في الشمال، والجنوبية 29»: a bare number behind the next place of a list, and no more of those before it. */
function isOfNextPlace(tokens: readonly Token[], { from, numberTo }: Count, last: number): boolean {
  const next = tokens[numberTo];
  if (next?.kind === 'word' && !/^و./.test(next.text)) return false;
  for (let i = from - 1; i >= from - LONGEST_PLACE && i >= last; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (token.text[0] === 'و') {
      const isSided = i === from - 2 && isSide(tokens[from - 1]);
      return isSided || isPlaceWord(token.text.slice(1)) || placeEnd(tokens, i) === from;
    }
  }
  return false;
}

/**
 * Whether a count is no more of the parts before it: of the next place of a list, or other dead elsewhere («ستة قتلى بينهم
 * 4 أطفال في حلب، و5 قتلى في إدلب»). `last`: where the count before ends.
 */
export function beginsAnew(tokens: readonly Token[], count: Count, last: number): boolean {
  if (isOfNextPlace(tokens, count, last)) return true;
  const { counted, conjoined, from, to } = count;
  const areDead = counted.is === 'victims' && counted.kind === 'killed';
  const isJoined = conjoined || tokens[from - 1]?.text === 'و';
  if (!areDead || !isJoined || !isIn(tokens[to]) || from - last < 2) return false;
  return lookUp(VICTIMS, tokens[last - 1]?.text ?? '') === undefined;
}

/** «بينهم 12 تحت التعذيب» */
const isAmong = tokenLike(/^و?(?:بينهم|بينهن|منهم|منهن|ضمنهم|فيهم)$/);

/** What befell those who are counted; null where nothing says so. */
export function kindOfCount(
  tokens: readonly Token[],
  count: Count,
  fate: Fate | null,
  { anchor, among, last }: SaidBefore,
): CasualtyKind | null {
  const { counted } = count;
  const near = anchor && count.from - anchor.to <= NEAR ? anchor : null;
  // «عدد من الضحايا تحت الركام»
  if (
    counted.is === 'victims' &&
    counted.kind === 'killed' &&
    fate?.kind === 'missing' &&
    fate.at - count.to < NEAR &&
    /ضحاي|ضحي[ةه]/.test(tokens[counted.at]?.text ?? '')
  )
    return 'missing';
  // «4 مختطفين قضوا تحت التعذيب»
  // «أربعة من المصابين في الحادث فارقوا الحياة»
  const areHurt = counted.is === 'victims' && counted.kind === 'injured' && count.min !== null;
  const reach = areHurt ? GRAVE : NEAR;
  const die = fate?.kind === 'killed' && !fate.partOf && !fate.tally && fate.at - count.to < reach;
  if (counted.is === 'victims' && die) return 'killed';
  // «إصابة 15 نازحا»
  if (counted.is === 'victims' && near?.kind === 'injured' && !near.tally && counted.kind !== 'killed')
    return 'injured';
  const killed = anchor?.kind === 'killed' && !anchor.tally && count.from - anchor.to <= REACH;
  // «أعدم الخاطفون رميا بالرصاص اثنين من الرهائن»
  if (counted.is === 'victims' && counted.kind === 'detained' && killed) return 'killed';
  // «استشهد 13 نازحا»: what happened to them comes before what they were.
  const died = near !== null && isDeath(tokens[near.at]);
  // «مقتل شخص والعديد من الجرحى», «وفاة وإصابتان»: besides him whom it befell.
  const isBeside = count.conjoined && near !== null && count.from >= near.to;
  if (counted.is === 'victims')
    return near?.kind === 'killed' &&
      !near.tally &&
      (counted.kind !== 'injured' || ((!near.needsPeople || died) && !isBeside))
      ? 'killed'
      : counted.kind;
  // «ارتفع عدد القتلى لخمسة أشخاص»; else «مساعدات لخمسة أشخاص».
  if (count.meantFor && !(near?.tally && tokens.slice(near.at - 2, count.from).some(rises))) return null;
  // «وإن ستة آخرين أصيبوا»: what the verb right behind says stands against all before.
  const isObject = near !== null && count.from === near.to && !count.conjoined;
  // «أوقفت الشرطة 90 شخصا عبروا الحدود»: what they had done before.
  if (near?.kind === 'detained' && fate?.kind === 'displaced' && counted.is !== 'nothing') return near.kind;
  // «جثث 54 مهاجرا»
  if (isObject && counted.is !== 'nothing' && isBodies(tokens[near.at])) return near.kind;
  // «لقوا حتفهم وإن المئات ما زالوا في عداد المفقودين»: another clause.
  const isNext = fate !== null && (fate.at - count.to <= 1 || isThat(tokens[count.from - 1]));
  if (isNext && counted.is !== 'nothing' && !isObject) return fate.kind;
  // «قضى 12 عاملا تحت الأنقاض», «قضت أسرة من خمسة أفراد تحت الأنقاض»: where they died.
  const ofOne = tokens[count.from - 1]?.text === 'من' && count.counted.is !== 'nothing';
  const dead = (isObject || ofOne) && anchor?.kind === 'killed' && !anchor.tally;
  if (dead && (fate?.kind === 'missing' || fate?.kind === 'detained') && !fate.partOf) return 'killed';
  // «نزحت 1200 أسرة عقب هجوم راح ضحيته سبعة»: what befell them stands before.
  if (isObject && near.kind === 'displaced' && (counted.is === 'people' || counted.is === 'generic'))
    return near.kind;
  // «وُصفت حال ثلاثة منهم بالحرجة»
  if (isState(tokens[count.from - 1]) && isGrave(tokens, count.to)) return 'injured';
  const beside = last && count.from - last.to < BESIDE ? last.kind : null;
  // «13 جثة، خمس منها لنساء واثنتان لطفلين»
  if (beside && counted.is === 'people' && ownsBody(tokens, counted.at)) return beside;
  // «بينهم فتاة، ولا يزال ثلاثة من السكان تحت الركام»: others than those who were counted.
  if (among !== null && fate?.kind === 'missing' && isStill(tokens[count.from - 1])) return fate.kind;
  // «ستة من الجرحى في حال حرجة، اثنان منهم قاصران»
  const who = tokens[count.to]?.text ?? '';
  const areSaid =
    (isPeopleWord(who) || dualOf(who)?.is === 'people') && OF_THEM.has(tokens[count.to - 1]?.text ?? '');
  if (beside && areSaid) return beside;
  // «112 إصابة، بينها 17 خطيرة»
  // «23 إصابة، بينها 7 بالرصاص»
  const isCase = isBad(tokens[count.numberTo]) || isPlaced(tokens, count);
  if (among === 'injured' && counted.is === 'nothing' && isCase) return among;
  // «56 وفاة، بينها 40 في الجنوب»
  const ofDeaths = last !== null && areCases(tokens[last.to - 1]) && areAmongIt(tokens[count.from - 1]);
  if (ofDeaths && counted.is === 'nothing' && isPlaced(tokens, count)) return last.kind;
  // «سجلت الشمالية 56 وفاة والجنوبية 29، وفلوريدا 14»
  if (last && counted.is === 'nothing' && isOfNextPlace(tokens, count, last.to)) return last.kind;
  const isBareAmong = isAmong(tokens[count.from - 1]) && mayBePeople(tokens, count);
  if (among !== null && (counted.is !== 'nothing' || isBareAmong)) return among;
  if (near && !near.needsPeople && counted.is !== 'nothing') return near.kind;
  // «أعدمت رميا بالرصاص 41 طفلا من مسلحيها الذين فروا»: what they had done before.
  const awaits = anchor?.kind === 'killed' && (last === null || last.to <= anchor.at);
  const mayBeKilled = awaits && count.from - anchor.to <= REACH_OF_TALLY;
  if (mayBeKilled && fate?.kind === 'displaced' && fate.at > count.to + 1 && counted.is !== 'nothing')
    return 'killed';
  if (fate && (counted.is !== 'nothing' || fate.at - count.to <= 1)) return fate.kind;
  const before = tokens[count.from - 1]?.text ?? '';
  // «14 قتيلا مقابل 9 في حصيلة سابقة»
  if (last && counted.is === 'nothing' && before === 'مقابل' && count.from - last.to < NEAR) return last.kind;
  const isJoined = count.conjoined || before === 'و';
  // «أربع حالات وفاة وثلاث حالات حرجة»
  const areBadCases = last !== null && isJoined && areCases(tokens[count.to - 1]) && areBad(tokens[count.to]);
  if (areBadCases && counted.is === 'generic') return 'injured';
  // «قتل 12 في حلب و5 في إدلب»
  const further = last && count.from - last.to < BESIDE_PLACED ? last.kind : null;
  if (further && counted.is === 'nothing' && isJoined && isPlaced(tokens, count)) return further;
  // «و211 مدنيا على يد المسلحين، و420 بينهم نساء»
  const isTold = /^(?:بينهم|منهم|بينهن)$/.test(tokens[count.numberTo]?.text ?? '');
  if (last && counted.is === 'nothing' && isJoined && isTold && count.from - last.to < REACH)
    return last.kind;
  const next = tokens[count.numberTo]?.text ?? '';
  // «سجلت 12 وفاة، ثمان منها في الشمال»
  const ofThose = next === 'منها' ? counted.is === 'nothing' : counted.is === 'generic' && OF_THEM.has(next);
  // «14 مصابا في العناية المركزة، أربعة منهم على أجهزة التنفس»
  const reachOfThose = before === '،' && counted.is === 'generic' ? REACH : NEAR;
  if (last && ofThose && count.from - last.to <= reachOfThose) return last.kind;
  // «5 قتلى من الجيش و7 من المسلحين»
  if (beside && isJoined && counted.is === 'people' && next === 'من' && !anchor) return beside;
  // «إضافة إلى طبيب وممرضتين»
  if (last && isJoined && counted.is === 'people' && count.from === last.to) return last.kind;
  // «9 معتقلين من الخليل و5 من نابلس», «3 من الجيش واثنين من الفصائل»
  const ofWhom = counted.is === 'nothing' && isJoined && next === 'من';
  const whose = count.numberTo + (isOpeningMark(tokens[count.numberTo + 1]) ? 2 : 1);
  if (last && ofWhom && count.from - last.to < REACH)
    if (last.kind === 'detained' || isWhose(tokens, whose)) return last.kind;
  const old = anchor && kindOfOldToll(tokens, count, anchor);
  if (old) return old;
  // «بينهم ثلاثة إصاباتهم بالغة»
  const theirs = counted.is === 'generic' ? (tokens[count.to]?.text ?? '') : next;
  if ((counted.is === 'nothing' || counted.is === 'generic') && isHurt(theirs)) return 'injured';
  // «مقتل من فيها وعددهم ثلاثة», «مقتل جميع من كانوا على متنها وعددهم تسعة»
  const ofAll = anchor && /^(?:من|جميع|كل|كاف[ةه])$/.test(tokens[anchor.to]?.text ?? '');
  if (ofAll && !anchor.tally && counted.is === 'nothing' && /^و?عددهم$/.test(before)) return anchor.kind;
  // «لقي جميع الركاب وعددهم 160 مصرعهم»
  if (anchor?.kind === 'killed' && counted.is === 'nothing' && ENDS_OF_LIFE.has(next)) return 'killed';
  const distance = anchor ? count.from - anchor.to : Number.POSITIVE_INFINITY;
  if (!anchor || distance > (anchor.tally ? REACH_OF_TALLY : REACH))
    return fate && mayBePeople(tokens, count) ? fate.kind : null;
  // «ملف وفاته، فإن كثيرا من الناس لا يثقون»: another clause.
  if (distance > 0 && /^(?:[وف]?ان|لان)$/.test(before) && counted.is !== 'nothing') return null;
  // «تبحث عن أحبائها، وأُرسل 5000 جندي»
  if (
    anchor.kind === 'missing' &&
    tokens[anchor.to - 1]?.text === 'عن' &&
    (distance > SOUGHT_NEAR || (distance > 0 && isThing(tokens[anchor.to])))
  )
    return null;
  // «إصابة بشلل الأطفال … كان عدد من الخبراء يشكك»: what they do is another clause.
  if (distance > NEAR && doesNow(tokens[count.to] ?? tokens[count.from])) return null;
  if (counted.is === 'people' || counted.is === 'generic')
    return anchor.kind === 'missing' &&
      (areSoldiers(tokens, count) || areLosses(tokens, count, anchor.at) || losesItsOwn(tokens, anchor.at))
      ? 'killed'
      : anchor.kind;
  // «وأسر اثنان», «وشرد ستين ألفا»: nothing else could be meant.
  const alone =
    isSubjectBetween(tokens, anchor.to, count.from) &&
    !anchor.tally &&
    standsAlone(tokens, count.numberTo, anchor.kind);
  // «فقتل ستة وأصاب تسعة», «مصرع 8 وفقدان 15 بغرق قارب»
  const goesOn = last !== null && distance === 0 && (anchor.kind === 'injured' || anchor.kind === 'missing');
  // «وفُقد ثلاثة.»
  const endsThere = tokens[count.numberTo]?.kind !== 'word' || tellsWhenOrWhere(tokens[count.numberTo]);
  const isLast = anchor.kind === 'missing' && distance === 0 && !anchor.tally && endsThere;
  const isPlain = goesOn || isLast || (alone && (anchor.kind === 'detained' || anchor.kind === 'displaced'));
  const seized = isOnlyOfPeople((tokens[anchor.at] as Token).form);
  // «قضى أربعة بينهم جنديان»
  const ofThem = /^منه(?:م|ن)$/.test(before);
  const haveParts =
    ofThem || /^(?:بينهم|منهم|متاثرين|متاثران|احدهم|بينهن|ضمنهم|جميعهم|كلهم|معظمهم)$/.test(next);
  const isRisen = endsThere && anchor.tally && before === 'الى' && rises(tokens[anchor.at - 1]);
  if (anchor.needsPeople && !isPlain && !seized && !haveParts && !isRisen) return null;
  if (!mayBePeople(tokens, count)) return null;
  return distance <= 2 || anchor.tally ? anchor.kind : null;
}
