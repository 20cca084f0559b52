import { wordSet } from '#arabic/fold.ts';
import { testOfForm } from '#arabic/forms.ts';
import { isComma, type Token, tokenLike } from '#arabic/tokens.ts';
import { withApposition, withOwner } from './apposition.ts';
import {
  canBeginName,
  isDefiniteFirstName,
  isNameLikePlace,
  isSecondName,
  isUnlikelyName,
} from './begins-name.ts';
import { isBareHonour, isHonoured, readHonoured } from './honoured.ts';
import { isDocument, isReceived, readIssuer } from './issuer-phrase.ts';
import { nameBeforeAge } from './name-before-age.ts';
import { nameBehindRelation } from './name-behind-relation.ts';
import { nameOfOne } from './name-of-one.ts';
import { readBody } from './read-body.ts';
import { readCapitals } from './read-capitals.ts';
import { readDefinite } from './read-definite.ts';
import { readMarked } from './read-marked.ts';
import { isParent, isSurname, readName } from './read-name.ts';
import { readRole } from './read-role.ts';
import { setsTerms } from './role-words.ts';
import { skip } from './skip-to-speaker.ts';
import type { Range, SpeakerPhrase } from './speaker.ts';
import { endsDescription, isSaidBehind, isSaidNext, NAME_PARTS } from './speaker-limits.ts';
import {
  genderOfBody,
  isComplement,
  isDefinite,
  isDefiniteAt,
  isGivenName,
  isInstitution,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  NOT_SOURCES,
  ORGANISATIONS_TRIE,
  placeEnd,
  possessedTitle,
  TITLES_TRIE,
  withoutArticle,
} from './speaker-words.ts';
import { isSurnameHere } from './surnames.ts';

/**
 * The speaker that the words from `from` on name, not beyond `limit`; null where they name nobody. `objects`: the verb
 * may have an object after its subject, or instead of one («أكد ضرورة …»).
 */
export function readSpeaker(
  tokens: readonly Token[],
  from: number,
  limit: number,
  objects = false,
): SpeakerPhrase | null {
  const end = Math.min(limit, tokens.length);
  const start = skip(tokens, from, end);
  if (start >= end) return null;
  if (tokens[start]?.kind === 'mark' && start > from) return null;
  const phrase = readHead(tokens, start, end, objects);
  return phrase && withApposition(tokens, withOwner(tokens, phrase, end), end, objects, readHead);
}

function readHead(
  tokens: readonly Token[],
  from: number,
  end: number,
  objects: boolean,
): SpeakerPhrase | null {
  const first = tokens[from];
  if (first === undefined) return null;
  const { kind, text, form } = first;
  if (kind === 'mark') return readMarked(tokens, from, end);
  if (kind !== 'word') return null;
  if (isParent(tokens, from)) {
    const name = readName(tokens, from, end, objects);
    return { ...name, name, role: null, kind: 'person', gender: text === 'ام' ? 'f' : 'm' };
  }
  // «قال أحدهم محمد سالم»
  if ((text === 'احدهم' || text === 'احداهن') && isGivenName(tokens[from + 1]?.text ?? '')) {
    const phrase = readHead(tokens, from + 1, end, objects);
    if (phrase) return { ...phrase, from };
  }
  // «وأكد معاليه أن»
  if (isHonoured(tokens[from])) return readHonoured(tokens, from);
  // «أشاد معالي سامي نصر، وزير النقل»: how one speaks of people in office, and none itself.
  const called = tokens[from + 1]?.text ?? '';
  const honoured = isBareHonour(form) && isGivenName(called) && !NAME_PARTS.has(called);
  if (honoured && TITLES_TRIE.longestAt(tokens, from + 1) === null) {
    const name = readName(tokens, from + 1, end, objects);
    return { from, to: name.to, name, role: null, kind: 'person', gender: null };
  }
  // «نوه سمو وزير الخارجية»
  if (isBareHonour(form) && from + 1 < end && TITLES_TRIE.longestAt(tokens, from + 1) !== null) {
    const phrase = readHead(tokens, from + 1, end, objects);
    if (phrase?.role) return { ...phrase, from };
  }
  // «طالب الناقد الرياضي», «طالب أمينه العام»: he demands, and is no student.
  const behind = tokens[from + 1];
  const demands =
    text === 'طالب' &&
    (TITLES_TRIE.longestAt(tokens, from + 1) !== null || (behind && possessedTitle(behind.form) !== null));
  // «قال، طالبا عدم نشر اسمه، إن»
  if (setsTerms(tokens[from]) && tokens[from + 1]?.text === 'عدم') return null;
  // «فريق الأمل»: a team, unless a name or the rest of a rank follows.
  const next = tokens[from + 1]?.text ?? '';
  const team = text === 'فريق' && !isGivenName(next) && !/^(?:اول|ركن|متقاعد|سابق|مهندس)$/.test(next);
  const title = demands || team ? null : TITLES_TRIE.longestAt(tokens, from);
  if (
    title &&
    title.to <= end &&
    !(title.to === from + 1 && isGivenName(text) && startsWithName(tokens, from))
  )
    return readTitled(tokens, from, title.to, end, title.value, objects);
  // «ثلاثة مسؤولين أميركيين»
  const of = tokens[from + 1]?.text === 'من' ? 2 : 1;
  const counted = COUNTS.has(text) ? TITLES_TRIE.longestAt(tokens, from + of) : null;
  if (counted?.value.kind === 'plural') {
    const several = readTitled(tokens, from + of, counted.to, end, counted.value, objects);
    return { ...several, from, role: { from, to: several.to } };
  }
  const possessed = possessedTitle(form);
  if (possessed && !isGivenName(text))
    return readTitled(
      tokens,
      from,
      from + 1,
      end,
      { ...possessed, complete: true, needsComplement: false },
      objects,
    );
  // «ورد بلاغ للعمليات» was sent to them, and is nobody's.
  if (isReceived(tokens[from - 1]) && isDocument(form)) return null;
  const issuer = readIssuer(tokens, from, end, objects, readHead);
  if (issuer) return issuer;
  const organisation = ORGANISATIONS_TRIE.longestAt(tokens, from);
  if (organisation || isInstitution(text)) {
    const body = readBody(tokens, from, end, objects);
    const gender = organisation?.value ?? genderOfBody(text);
    return { ...body, name: body, role: null, kind: 'body', gender };
  }
  const aged = nameBeforeAge(tokens, from, end);
  if (aged) return { ...aged, name: aged, role: null, kind: 'person', gender: null };
  if (isNoSource(form)) return null;
  if (isPlaceWord(text) && !isGivenName(text) && !isNameLikePlace(tokens, from))
    return readCapitals(tokens, from, end);
  // «الحسين نوري»: a first name with its article.
  const second = tokens[from + 1]?.text ?? '';
  const given = isDefinite(text) && isGivenName(withoutArticle(text)) && !isDefinite(second);
  const apart = isComma(tokens[from - 1]) && isDefiniteFirstName(tokens, from);
  if (apart || (given && canBeginName(tokens, from + 1) && !isOrdinaryWord(second))) {
    const name = readName(tokens, from, end, objects);
    return { ...name, name, role: null, kind: 'person', gender: null };
  }
  // «الخضر لصور، في تصريحات»: what looks like «ل» and a noun, and is his other name.
  if (given && isSecondName(tokens, from + 1)) {
    const name = { from, to: from + 2 };
    return { ...name, name, role: null, kind: 'person', gender: null };
  }
  if (isDefiniteAt(tokens, from)) return readDefinite(tokens, from, end, objects);
  // «رأى ست جثث»: what is counted.
  if (!canBeginName(tokens, from) || (COUNTS.has(text) && !isGivenName(text))) return null;
  const name = readName(tokens, from, end, objects);
  const isCommon = objects && !isGivenName(text) && isOrdinaryWord(text) && !isSaidNext(tokens, name.to);
  // «اعتبرت نجاة بلقاسم، الأستاذة بالكلية، أن "…"»
  const ofFamily = /^(?:ال|بن|بنت)$/.test(second) && name.to > from + 2;
  const isNamed = name.to > from + 1 && !isOrdinaryWord(withoutArticle(tokens[name.to - 1]?.text ?? ''));
  // «كشفت حصة آل خليفة، التي زارت المصنع، أن»
  if (isCommon && !ofFamily && !(isNamed && isSaidBehind(tokens, name.to))) return null;
  return { ...name, name, role: null, kind: 'person', gender: null };
}

const isNoSource = testOfForm(
  (form) =>
    NOT_SOURCES.has(form.text) || JOINERS.has(form.text) || isOwnIntent(form.text) || endsDescription(form),
);

/** «أعلن نيته الاستئناف», «أبدت رغبتها»: what is announced. */
const isOwnIntent = (text: string): boolean =>
  /^(?:ني|رغب|موافق|معارض|ثق|مخاوف|سعاد)ت?(?:ه|ها|هم|هما)$|^(?:عزم|استعداد|رفض|تاييد|دعم|تضامن|قلق|ترحيب|امل|اسف|التزام|تفاؤل|تمسك|ارتياح|استياء|اعتزاز|امتنان|تقدير|تعاطف)(?:ه|ها|هم|هما)$/.test(
    text,
  );

const COUNTS = wordSet(
  'ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عدة بضعة',
);

/** «أمين حداد»: a title that is a first name here. */
function startsWithName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind !== 'word') return true;
  // «ناجي الصفدي»
  if (isSurname(tokens, at + 1)) return true;
  // «تشبثت أمينة بصندوق»: what she did, and no office.
  if (/^ب(?!ال).{4,}$/.test(next.text) && isOrdinaryWord(next.text.slice(1))) return true;
  return (
    !isDefinite(next.text) &&
    !isInstitution(next.text) &&
    !isComplement(next.text) &&
    canBeginName(tokens, at + 1)
  );
}

const RELATIONS = new Set(['على', 'عن', 'الى', 'في', 'فى']);

const maySurname = (text: string) => isGivenName(text) || (!isDefinite(text) && !isOrdinaryWord(text));

/** «كريم صالح ورامي نصر». */
function readNames(tokens: readonly Token[], from: number, end: number, objects: boolean): Range {
  const first = readName(tokens, from, end, objects);
  const next = tokens[first.to];
  if (next?.kind !== 'word' || next.text[0] !== 'و' || !isGivenName(next.text.slice(1))) return first;
  return { from, to: readName(tokens, first.to, end, objects).to };
}

function readTitled(
  tokens: readonly Token[],
  from: number,
  afterTitle: number,
  end: number,
  title: Parameters<typeof readRole>[4] & { feminine: boolean | null; dual?: boolean },
  objects: boolean,
): SpeakerPhrase {
  const role = readRole(tokens, from, afterTitle, end, title);
  const gender = title.kind === 'plural' || title.feminine === null ? null : title.feminine ? 'f' : 'm';
  // «مصادر في مكتب رئيس الوزراء أحمد …»: his is the office inside.
  let name = role.takesName && title.kind !== 'plural' ? readName(tokens, role.to, end, objects) : null;
  // «رفض الوزير تحديد …»: what is refused. «حذر السفير اليابان»: who is warned.
  const first = tokens[role.to]?.text ?? '';
  const bare = role.to === from + 1 && isDefinite(tokens[from]?.text ?? '');
  const place = Math.max(placeEnd(tokens, role.to), isPlaceWord(first) ? role.to + 1 : 0);
  if (name && (objects || bare) && !isGivenName(first) && place >= name.to) name = null;
  // «رئيس أساقفة ميونيخ»: a town, and nobody's name.
  const named = name !== null && place < name.to && isGivenName(tokens[place]?.text ?? '');
  const isTown = name !== null && (place === name.to || named) && place > role.to && !isGivenName(first);
  if (
    isTown &&
    role.to > from + 1 &&
    !isDefinite(tokens[from]?.text ?? '') &&
    !isSurnameHere(tokens, role.to)
  ) {
    role.to = place;
    name = canBeginName(tokens, role.to) ? readName(tokens, role.to, end, objects) : null;
  }
  const spokenOf = objects && !isGivenName(first) && !isSurnameHere(tokens, role.to);
  if (name && spokenOf && isOrdinaryWord(first) && !isSaidNext(tokens, name.to))
    if (
      name.to - name.from < 2 ||
      !maySurname(tokens[name.from + 1]?.text ?? '') ||
      // «وثمن الرئيس دور عمان»
      placeEnd(tokens, name.from + 1) === name.to
    )
      name = null;
  // «رفض الوزير الربط على …»
  const relation = tokens[role.to + 1]?.text ?? '';
  const related = relation === 'بين' || (RELATIONS.has(relation) && isOrdinaryWord(first.slice(2)));
  if (name && objects && related && isDefinite(first)) name = null;
  const unlikely = !objects && title.kind !== 'plural' && isUnlikelyName(tokens, role.to, end);
  if (!name && unlikely) name = { from: role.to, to: role.to + 2 };
  name ??= nameBehindRelation(tokens, role.to, end, objects) ?? nameOfOne(tokens, { from, to: role.to }, end);
  if (title.dual && canBeginName(tokens, role.to)) name = readNames(tokens, role.to, end, objects);
  // «محاميا الضحية», «شقيقا سالم»: the two of somebody.
  const head = tokens[from]?.text ?? '';
  const dual =
    name &&
    head.endsWith('ا') &&
    /[^اء]ا$/.test(head) &&
    title.kind !== 'rank' &&
    TITLES_TRIE.get(head.slice(0, -1));
  // «والدة الشهيد أحمد»: hers has no name.
  const ofVictim =
    name &&
    name.from === role.to &&
    name.to - name.from === 1 &&
    isRelation(tokens[from]) &&
    isVictim(tokens[role.to - 1]);
  if (name && (dual || ofVictim))
    return { from, to: name.to, name: null, role: { from, to: name.to }, kind: 'person', gender: null };
  return {
    from,
    to: name?.to ?? role.to,
    name,
    role: { from, to: role.to },
    kind: 'person',
    gender,
  };
}

const isRelation = tokenLike(
  /^(?:والد|والدة|زوج|زوجة|ارملة|شقيق|شقيقة|نجل|ابن|ابنة|عم|خال|قريب|جار|محامي|محامية)$/,
);
const isVictim = tokenLike(
  /^ال(?:شهيد|قتيل|فقيد|مفقود|مختطف|مخطوف|اسير|معتقل|سجين|موقوف|جريح|مصاب|ضحي[ةه]|طفل|متهم|راحل|مغدور|غريق)[ةه]?$/,
);
