import { testOfForm } from '#arabic/forms.ts';
import { closeOf } from '#arabic/quotations.ts';
import { type Token, tokenLike } from '#arabic/tokens.ts';
import { canBeginName } from './begins-name.ts';
import { VERBS } from './casualty-words.ts';
import { isRank, saysLittle } from './office-part.ts';
import { isCommaOrDash, LONGEST_WHERE, located, pastWhere } from './office-place.ts';
import { readBody } from './read-body.ts';
import { isParent, readName } from './read-name.ts';
import { behindIntroduction } from './role-complement.ts';
import { audienceEnd, pastParenthesis } from './skip-to-speaker.ts';
import type { Range, ReadHead, SpeakerPhrase } from './speaker.ts';
import { endsDescription, isClosed, isSaidNext, isSelfTold } from './speaker-limits.ts';
import {
  isDefinite,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  placeEnd,
  STOPS,
  TIMES,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';

const CALLED = new Set([
  'يدعى',
  'تدعى',
  'ويدعى',
  'وتدعى',
  'اسمه',
  'اسمها',
  'واسمه',
  'واسمها',
  'يسمى',
  'تسمى',
  'ويسمى',
  'وتسمى',
]);
const isWho = tokenLike(/^(?:الذي|التي)$/);
const belongs = tokenLike(/^(?:ال)?تابع[ةه]?$/);

/** «مصفوفة تتبع النزوح التابعة للمنظمة الدولية للهجرة»: to the end of the body that it belongs to. */
export function withOwner(tokens: readonly Token[], phrase: SpeakerPhrase, end: number): SpeakerPhrase {
  const { to, name, role } = phrase;
  if (!belongs(tokens[to - 1]) || to >= end) return phrase;
  if (!/^ل.{3}/.test(tokens[to]?.text ?? '')) return phrase;
  const owner = readBody(tokens, to, end);
  const extended = (range: Range | null) => range && (range.to === to ? { ...range, to: owner.to } : range);
  return { ...phrase, to: owner.to, name: extended(name), role: extended(role) };
}

/** «بحسب مدير القسم، استقبل المستشفى 37 جريحا», «وفق مصادر طبية، بينهم ستة»: no name of his. */
const beginsToll = tokenLike(
  /^(?:لقي|استقبل|وصل|بلغ|ارتفع|خلف|اسفر|اوقع|تسبب|عثر|انتشل|نقل|سجل|دمر|انهار|اندلع|وقع)ت?$|^اد[ىت]$|^و?(?:بين|من|ضمن)ه(?:م|ن|ا)$/,
);

const isOfClause = testOfForm(({ text }) => TIMES.has(text) || STOPS.has(text));

/** «محافظ البنك، طارق الإسكندراني، إن»، «شتيفان هوبر رئيس فريق الإنقاذ»: the other half of the speaker. */
export function withApposition(
  tokens: readonly Token[],
  phrase: SpeakerPhrase,
  end: number,
  objects: boolean,
  readHead: ReadHead,
): SpeakerPhrase {
  const first = tokens[phrase.from]?.text ?? '';
  if (phrase.kind === 'body' && (!isDefinite(first) || isInstitution(first))) return phrase;
  let from = pastParenthesis(tokens, phrase.to);
  if (phrase.role && !phrase.name) {
    const marked = nameInMarks(tokens, phrase, from);
    if (marked) return marked;
    from = pastWhere(tokens, from, end);
  }
  const comma = isCommaOrDash(tokens[from]);
  if (comma) from++;
  const next = tokens[from];
  // «نازحة تدعى نياكوث», «أحد الناجين، ويدعى بامبانغ»
  if (CALLED.has(next?.text ?? '') && !phrase.name && canBeginName(tokens, from + 1)) {
    const name = readName(tokens, from + 1, end, objects);
    return { ...phrase, to: name.to, name };
  }
  // «جندي نحيل عرّف عن نفسه باسم كريم»
  if (
    !phrase.name &&
    !comma &&
    phrase.role &&
    next?.kind === 'word' &&
    !isDefinite(next?.text ?? '') &&
    behindIntroduction(tokens, from + 1) !== null
  )
    from++;
  // «رجل عرّف عن نفسه باسم أبو عمر»
  const introduced = phrase.name ? null : behindIntroduction(tokens, isWho(next) ? from + 1 : from);
  if (introduced !== null && (canBeginName(tokens, introduced) || isParent(tokens, introduced))) {
    const name = readName(tokens, introduced, end, objects);
    return { ...phrase, to: name.to, name };
  }
  // «برلمانية عن المعارضة، هي السعدية الفيلالي،»
  const isNamed = comma && !phrase.name && (next?.text === 'هو' || next?.text === 'هي');
  if (isNamed && canBeginName(tokens, from + 1)) {
    const name = readName(tokens, from + 1, end, objects);
    if (isCommaOrDash(tokens[name.to])) return { ...phrase, to: name.to, name };
  }
  // «الناجي الوحيد، وهو عامل يدعى رفيق»
  // «راكب نجا من الحادث يدعى رفيق»
  const isTold = comma ? isSelfTold(next) : phrase.role && !isDefinite(first);
  const behind = isTold && !phrase.name ? calledBehind(tokens, from, end) : null;
  const called = comma || isCalled(tokens[(behind ?? 0) - 1]) ? behind : null;
  if (called !== null) {
    const name = readName(tokens, called, end, objects);
    return { ...phrase, to: name.to, name };
  }
  // «أحد الخبراء، وهو البروفيسور كريم صالح من الجامعة»
  const told = comma && !phrase.name && isSelfTold(next) ? readHead(tokens, from + 1, end, objects) : null;
  if (told?.name && told.role && told.kind === 'person' && isGivenName(tokens[told.name.from]?.text ?? ''))
    return { ...told, from: phrase.from };
  const titled = TITLES_TRIE.longestAt(tokens, from);
  // «ليلى نصر متحدثة باسم الشركة»: her office, where «متحدثة» alone says what she does.
  const ofClause =
    next?.kind === 'word' &&
    isOfClause(next.form) &&
    titled?.value.needsComplement !== true &&
    !isMother(tokens, from);
  const who =
    phrase.name && (!phrase.role || saysLittle(tokens, phrase.role)) && isSelfTold(next)
      ? readHead(tokens, from + 1, end, objects)
      : null;
  // «قال سامي نصر، وهو أحد سكان القرية، إن»
  if (who?.from === from + 1 && who.role && !who.name && who.kind === 'person')
    return { ...phrase, to: who.to, role: who.role };
  if (from >= end || next?.kind !== 'word' || ofClause) return phrase;
  // «وبحسب الوزير، أوقفت السلطات ستة»: what he says begins.
  const begins = VERBS.has(next.text) || beginsToll(next);
  if (comma && begins && !isGivenName(next.text)) return phrase;
  // «البارونة إلينور ماكاسي رئيسة المجلس», «الجمهوري جيم كرافت حاكم الولاية»
  // «الجنرال عبد الجبار صالح المفتش العام للشرطة»: with its article behind a rank and a full name only.
  const fullName = phrase.name !== null && phrase.name.to - phrase.name.from > 1;
  const further = phrase.role
    ? saysLittle(tokens, phrase.role) &&
      (titled?.value.kind === 'office' || isScholar(next)) &&
      (!isDefinite(next.text) || (fullName && isRank(tokens, phrase.role.from, phrase.role.to)))
    : titled;
  // «ثم زار نورمان وزير النقل»: a surname alone behind a verb, and whom he met.
  const surname = phrase.name !== null && !phrase.role && phrase.name.to - phrase.name.from === 1;
  const met = objects && surname && !isGivenName(tokens[phrase.from]?.text ?? '');
  if (!comma && !(phrase.name && further && !met)) return phrase;
  const other =
    readHead(tokens, from, end, objects) ?? (comma ? closedName(tokens, from, end, readHead) : null);
  const named =
    other?.kind === 'body' && phrase.role && !phrase.name ? nameLikePlace(tokens, from, end) : null;
  if (!other) return phrase;
  const son =
    comma && phrase.role && !phrase.name && other.kind === 'body' ? nameOfSon(tokens, from, other) : null;
  if (son) return { ...phrase, to: son.to, name: son };
  const here = comma ? located(tokens, phrase, from - 1) : phrase;
  const whole = joined(tokens, here, named ?? other, end);
  // «الدبلوماسي البلجيكي، سامي نصر، مدير …»: the office behind the name says more.
  if (whole !== here && !phrase.name && whole.name && whole.role && saysLittle(tokens, whole.role))
    return withApposition(tokens, whole, end, objects, readHead);
  return whole === here ? phrase : whole;
}

/** «النازحة، أم خالد،»: no «or». */
const isMother = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'ام' && isGivenName(tokens[at + 1]?.text ?? '') && isParent(tokens, at);

/** «رئيس الرابطة، الداه ولد سيدي، يرى»: a word that no list has, between two commas, and whose son he is. */
function nameOfSon(tokens: readonly Token[], from: number, { to }: SpeakerPhrase): Range | null {
  if (to !== from + 1 || !/^(?:ولد|بن|بنت|آل|ال|بو)$/.test(tokens[to]?.text ?? '')) return null;
  const name = readName(tokens, from, from + LONGEST_WHERE, false);
  return isCommaOrDash(tokens[name.to]) && name.to - from > 2 ? name : null;
}

/** «كاتبة الدولة، نزهة برادة، أن»: a name that is a common word, between two commas. */
function closedName(
  tokens: readonly Token[],
  from: number,
  end: number,
  readHead: ReadHead,
): SpeakerPhrase | null {
  const name = readHead(tokens, from, end, false);
  return name?.kind === 'person' && isCommaOrDash(tokens[name.to]) && isClosed(tokens, name.to + 1)
    ? name
    : null;
}

const isCalled = tokenLike(/^[يت]دعى$/);
/** «يدعى لامين»: whatever it may mean elsewhere. */
const isCalledSo = (token: Token | undefined) => token?.kind === 'word' && !isDefinite(token.text);

/** Behind «يدعى», within what is said of a person; null where no name is given. */
function calledBehind(tokens: readonly Token[], from: number, end: number): number | null {
  for (let i = from; i < Math.min(end, from + LONGEST_WHERE) && tokens[i]?.kind !== 'mark'; i++)
    if (CALLED.has(tokens[i]?.text ?? '') && isCalledSo(tokens[i + 1])) return i + 1;
  return null;
}

/** «المتحدثة، كارين هولت، قالت»: a first name that is a town elsewhere. */
function nameLikePlace(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  if (placeEnd(tokens, from) === from || isDefinite(tokens[from]?.text ?? '')) return null;
  const name = readName(tokens, from, end, false);
  const longer = name.to - name.from > 1 && name.to > placeEnd(tokens, from);
  return longer ? { ...name, name, role: null, kind: 'person', gender: null } : null;
}

/** The speaker that two halves on either side of a comma make; the first alone where the second is not of it. */
function joined(
  tokens: readonly Token[],
  phrase: SpeakerPhrase,
  other: SpeakerPhrase,
  end: number,
): SpeakerPhrase {
  const after = tokens[other.to];
  const spokenTo = audienceEnd(tokens, other.to, end) > other.to;
  const closes =
    spokenTo || other.to >= end || isClosed(tokens, other.to) || (after && endsDescription(after.form));
  const namedFirst = phrase.name !== null && !phrase.role;
  if (namedFirst && phrase.kind === 'person' && other.role && !other.name)
    return { ...phrase, to: other.to, role: other.role, gender: other.gender };
  // «محمد رحيم، حاكم منطقة بركي براك، إن»: nobody has two names, and this one is a place's.
  const placed = namedFirst && phrase.kind === 'person' && other.role && other.name?.from === other.role.to;
  // «سامي نصر، زوج المرحومة هدى خوري،»
  const ofOther =
    placed && other.name && (isKin(tokens[other.from]) || other.name.to - other.name.from === 1);
  if (ofOther && isCommaOrDash(tokens[other.to]))
    return { ...phrase, to: other.to, role: { from: other.from, to: other.to }, gender: other.gender };
  // «رائد الصالح، وزير الزراعة، إن»: a rank elsewhere, and a first name here.
  const first = isGivenName(tokens[phrase.from]?.text ?? '') && phrase.to - phrase.from === 2;
  if (phrase.role && !phrase.name && first && other.role && !other.name && other.kind === 'person')
    return { ...phrase, to: other.to, name: phrase.role, role: other.role };
  // «الدكتورة إلينور ماكاسي، مديرة البرنامج»: the office says more than the rank.
  const ranked =
    phrase.name &&
    phrase.role &&
    (saysLittle(tokens, phrase.role) ||
      TITLES_TRIE.longestAt(tokens, phrase.role.from)?.value.kind === 'rank');
  if (ranked && other.role && !other.name && other.kind === 'person')
    return { ...phrase, to: other.to, role: other.role };
  if (!closes || !other.name || other.kind !== 'person') return phrase;
  const whole = { ...phrase, to: other.to, name: other.name, kind: 'person' as const };
  if (phrase.role && !phrase.name) return whole;
  // «رئيس جماعة آيت بوكماز، حسن أوعلي»: what looked like a name is where the office is.
  const guess = phrase.name as Range;
  // «مدير مستشفى سان خوان، الدكتور خورخي باريوس»
  const rank = (at: number) => TITLES_TRIE.longestAt(tokens, at)?.value.kind === 'rank';
  const polite = other.role !== null && isRank(tokens, other.role.from, other.role.to);
  if (phrase.role && polite && !rank(phrase.from))
    return { ...whole, role: { from: phrase.role.from, to: guess.to } };
  if (isGivenName(tokens[guess.from]?.text ?? '') && !isOfForeignPlace(tokens, phrase, other)) return phrase;
  if (phrase.role && !other.role) return { ...whole, role: { from: phrase.role.from, to: guess.to } };
  // «الستيني، محمود خضر، إن»: an office or trade that no list has.
  const named = isGivenName(tokens[other.name.from]?.text ?? '') && other.name.to - other.name.from > 1;
  return namedFirst && named ? { ...whole, role: guess, gender: other.gender } : phrase;
}

/** «رئيس بلدية ساو جواو، ريناتو ألفيس»: one first name behind a word that is none of ours, and then a full name. */
function isOfForeignPlace(
  tokens: readonly Token[],
  { role, name }: SpeakerPhrase,
  other: SpeakerPhrase,
): boolean {
  if (!role || !name || name.to - name.from > 1 || !other.name || other.role) return false;
  const last = tokens[role.to - 1]?.text ?? '';
  const isOurs = isDefinite(last) || isOrdinaryWord(last) || TITLES_TRIE.get(last) !== undefined;
  return !isOurs && placeEnd(tokens, role.to - 1) < role.to && other.name.to - other.name.from > 1;
}

const isKin = tokenLike(/^(?:والد|زوج|ارمل|شقيق|نجل|ابن|عم|خال|قريب|جار|محامي)[ةه]?$/);
const isScholar = tokenLike(/^(?:استاذ|خبير|باحث|استشاري|اخصائي|اختصاصي|محاضر|مدرس)[ةه]?$/);

/** «المتحدث باسم المديرية "صالح القرشي":»: the name stands in the marks. */
function nameInMarks(tokens: readonly Token[], phrase: SpeakerPhrase, from: number): SpeakerPhrase | null {
  const marked = closeOf(tokens, from, from + 6);
  if (marked === null) return null;
  const first = withoutArticle(tokens[from + 1]?.text ?? '');
  const words = marked - from - 1;
  // «المهندس "الفاضلي":»: some papers put surnames in marks.
  const ranked = phrase.role && saysLittle(tokens, phrase.role) && words === 1 && !isInstitution(first);
  if ((!isGivenName(first) && !ranked) || words > 4 || (words < 2 && !isSaidNext(tokens, marked + 1)))
    return null;
  return { ...phrase, to: marked + 1, name: { from: from + 1, to: marked } };
}
