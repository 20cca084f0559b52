import { closeOf } from '#arabic/quotations.ts';
import type { Token } from '#arabic/tokens.ts';
import { canBeginName, isDefiniteFirstName, isRulerOfPlace } from './begins-name.ts';
import { behindHonoured } from './behind-honoured.ts';
import { pastJoinedOffice } from './joined-office.ts';
import { isOfWhat, LONGEST_MARKED_NAME, OBJECTS } from './read-body.ts';
import { readName } from './read-name.ts';
import {
  behindOrigin,
  completesParticiple,
  isAttached,
  isBranch,
  isDeed,
  isGoverned,
  isJoinedOffice,
  isJoinedRank,
  isOfAgency,
  isOtherBody,
  isOtherPeople,
  isSameOne,
  isToldToTheirs,
  nextGivenName,
  pastComplement,
  placeBehindAnd,
  speaksOf,
  tellsOther,
  waitsFor,
} from './role-complement.ts';
import {
  endsOffice,
  goesOnBehind,
  isOfTown,
  isSurnameAlone,
  joins,
  namesPlace,
  pastMarkedOwner,
  pastSide,
} from './role-joins.ts';
import {
  ACTING,
  COMPLETE,
  GENERAL,
  isInNameOf,
  isThisBody,
  isToSomebody,
  LONGEST_HOUSE,
  OF_SIDES,
  SENT,
  SPOKESMAN,
  setsTerms,
} from './role-words.ts';
import { audienceEnd } from './skip-to-speaker.ts';
import { endsDescription, isArab, isNumbered, isUnfinished, NAME_PARTS, opensAge } from './speaker-limits.ts';
import {
  isComplement,
  isDefinite,
  isDefiniteAt,
  isGivenName,
  isInstitution,
  isMedium,
  isNisba,
  isOrdinaryWord,
  isPlaceWord,
  JOINERS,
  ORGANISATIONS_TRIE,
  placeEnd,
  TIMES,
  TITLES_TRIE,
  type Title,
} from './speaker-words.ts';

/** The longest role, in tokens. */
const LONGEST = 16;

export interface Role {
  to: number;
  /** Whether a person's name may follow at once. */
  takesName: boolean;
}

/** Where the role that begins with `title` (its words end at `afterTitle`) ends, and whether a name may follow. */
export function readRole(
  tokens: readonly Token[],
  from: number,
  afterTitle: number,
  end: number,
  title: Pick<Title, 'kind' | 'needsComplement' | 'complete'>,
): Role {
  let limit = Math.min(end, from + LONGEST);
  const indefinite = !isDefinite(tokens[from]?.text ?? '') && title.kind !== 'rank' && !title.complete;
  /** A person without a name: «مصدر أمني», «شاهد عيان». */
  const nameless = indefinite && (title.kind === 'person' || title.kind === 'plural');
  let open = title.needsComplement || (indefinite && !nameless);
  let definite = !indefinite;
  let guessed = false;
  let i = afterTitle;
  // «متحدثة باسم سالم حداد»: for whom, and not her name.
  const isFor =
    isInNameOf(tokens[i - 1]) && (isGivenName(tokens[i]?.text ?? '') || isSurnameAlone(tokens, i));
  if (isFor && canBeginName(tokens, i)) return { to: readName(tokens, i, limit, false).to, takesName: false };
  while (i < limit) {
    const token = tokens[i] as Token;
    const { text, kind, form } = token;
    // «الناطق باسم الحكومة في #صنعاء»
    if (text === '#' && JOINERS.has(tokens[i - 1]?.text ?? '')) {
      i++;
      continue;
    }
    if (kind === 'mark') {
      const longest = isInstitution(tokens[i - 1]?.text ?? '') ? LONGEST_HOUSE : LONGEST_MARKED_NAME;
      const close = i > from ? closeOf(tokens, i, Math.min(end, i + longest)) : null;
      // «مراسل "الأندلس" بأن»: whose he is, where what he says follows.
      const whose = indefinite && i === afterTitle && goesOnBehind(tokens, close);
      if (close === null || !(open || whose)) break;
      // A name between marks is as one word.
      limit = Math.min(end, limit + close - i);
      i = close + 1;
      open = false;
      definite = true;
      continue;
    }
    if (isNumbered(tokens, i) || isRulerOfPlace(tokens, i) || (open && isThisBody(tokens, i))) {
      i++;
      continue;
    }
    // «الحارس لشبكة "الملعب"»: to whom; «المدير التنفيذي لشبكة …» is at its head.
    const past = i - from > 1 && definite && !open ? pastMarkedOwner(tokens, i) : i;
    const toMedium =
      past === i && (i - from === 1 || indefinite || title.complete) && audienceEnd(tokens, i, limit) > i;
    if (kind !== 'word' || toMedium || (i - from === 1 && isToSomebody(tokens, i))) break;
    // «المبعوث الأممي إلى اليمن»
    const isSent = text === 'الى' && tokens.slice(from, i).some((t) => SENT.test(t.text));
    const sent = isSent ? placeEnd(tokens, i + 1) : 0;
    if (sent > i + 1 || past > i) {
      i = Math.max(sent, past);
      open = false;
      definite = true;
      continue;
    }
    // «عضو المكتب السياسي للحركة باسم نعيم»: his name, where nobody speaks for others.
    const isName = text === 'باسم' && !open && !SPOKESMAN.test(tokens[from]?.text ?? '');
    if (isName && isGivenName(tokens[i + 1]?.text ?? '')) break;
    if (JOINERS.has(text) || text === 'باسمه' || text === 'باسمها') {
      if (text.length > 4 && /[هـا]$/.test(text)) {
        i++;
        open = false;
        definite = true;
        continue;
      }
      if (!joins(tokens, i, limit, !indefinite && title.kind !== 'plural')) break;
      i++;
      open = true;
      continue;
    }
    // «دبلوماسي أوروبي طالبا عدم كشف هويته»
    if (i > from && (setsTerms(token) || tellsOther(tokens, i))) break;
    if (!open && endsOffice(tokens, i, afterTitle, nameless && !definite)) break;
    // «مصدر مطلع», but «قال مصدر مطلع العام»
    if (text === 'مطلع' && nameless && i === afterTitle && !isDefinite(tokens[i + 1]?.text ?? '')) {
      i++;
      continue;
    }
    // «الصحافي المفرج عنه وليد»
    if (completesParticiple(tokens, i) || isSameOne(tokens, i)) {
      i++;
      continue;
    }
    // «وزير الإعلام», «وزير شؤون جنوب …»: words that are a limit elsewhere complete a title.
    const mayComplete = open || (indefinite && i === afterTitle);
    const ofSide = nameless && OF_SIDES.has(text);
    const before = tokens[i - 1]?.text ?? '';
    // «محافظة إب» is no month.
    const inTown = TIMES.has(text) && isOfTown(before);
    const mayBeTime = TIMES.has(text) && !inTown;
    const follows = inTown || ofSide || isDefinite(text) || placeEnd(tokens, i) > i;
    const completes = ((mayComplete && !mayBeTime) || ofSide) && follows;
    // «مدير عام مكتب الصحة», «الفرع الرابع عشر».
    if (
      (text === 'عام' && GENERAL.test(before)) ||
      ((text === 'عشر' || text === 'عشرة') && isDefinite(before))
    ) {
      i++;
      open ||= text === 'عام';
      continue;
    }
    // «القائد العام بالإنابة»; «بالنيابة عن» is for whom.
    if (ACTING.has(text) && !open) {
      if (tokens[i + 1]?.text === 'عن') break;
      i++;
      continue;
    }
    const side = open ? pastSide(tokens, i) : i;
    if (side > i) {
      i = side;
      open = false;
      continue;
    }
    if (endsDescription(form) && !completes && !isArab(tokens, i) && !isOfAgency(tokens, i)) break;
    if (definite && !open && isUnfinished(tokens, i)) {
      if (opensAge(text)) return { to: i, takesName: false };
      const whole = pastComplement(tokens, i + 1, limit);
      if (whole !== null) {
        i = whole;
        continue;
      }
    }
    // «مسؤول تركي»: a nationality, where no other name follows.
    const nation = indefinite && isNisba(text) && !isGivenName(tokens[i + 1]?.text ?? '');
    const honoured = open ? behindHonoured(tokens, i) : definite ? behindOrigin(tokens, i) : i;
    if (honoured > i) {
      i = honoured;
      open = false;
      definite = true;
      continue;
    }
    // «مستشفى النور», «مجموعة عطية للاستشارات»
    const ofHouse =
      isGivenName(text) &&
      (text.startsWith('ال') || /^لل.{3}/.test(tokens[i + 1]?.text ?? '')) &&
      !isDefinite(before) &&
      isInstitution(before.replace(/^[بل](?!ل)/, ''));
    if (i > from && definite && !open && isDefiniteFirstName(tokens, i)) break;
    if (isGivenName(text) && !nation && !isInstitution(text) && !ofHouse && !(open && namesPlace(tokens, i)))
      break;
    const further = TITLES_TRIE.longestAt(tokens, i);
    // «قائد فريق الإنقاذ»: a team, and no rank.
    const team = open && text === 'فريق' && further?.to === i + 1;
    if (further && !team && further.to <= limit && !(definite && !open && further.value.kind === 'person')) {
      i = further.to;
      open = further.value.needsComplement || (!isDefinite(text) && further.value.kind === 'office');
      definite ||= isDefinite(text) || further.value.kind === 'rank';
      continue;
    }
    const organisation = open ? ORGANISATIONS_TRIE.longestAt(tokens, i) : null;
    const place = organisation?.to ?? placeEnd(tokens, i);
    if (place > i && (open || isNisba(text))) {
      i = place;
      open = false;
      definite = true;
    } else if (definite && !open && place > i && isDefiniteAt(tokens, i) && canBeginName(tokens, place))
      i = place;
    else if (definite && !open && (place > i || isOtherPeople(tokens, i, indefinite))) break;
    // «وصف وزير الدفاع الأمريكي القوات», «تلا القاضي الحكم»: what he described.
    else if (definite && !open && (isOtherBody(tokens, i) || OBJECTS.has(text))) break;
    // «رفض الوزير الربط بين الحادثين»
    else if (definite && !open && (tokens[i + 1]?.text === 'بين' || speaksOf(tokens, i))) break;
    else if (isDefiniteAt(tokens, i)) {
      i++;
      open = false;
      definite = true;
    } else if (isNisba(text) && !open) i++;
    else if (definite && !open && isBranch(tokens, i)) {
      i++;
      open = true;
    } else if (isInstitution(text) || isComplement(text)) {
      // «أبلغ مسؤول محلي وكالة الأنباء»: who was told.
      const isTold = nameless && !open && i > afterTitle && isMedium(text);
      if ((definite && !open && !nameless) || isTold) break;
      i++;
      open = !COMPLETE.has(text);
    } else if ((!open && (isDeed(text) || isGoverned(tokens, i))) || (definite && isToldToTheirs(tokens, i)))
      break;
    else if (isAttached(form) || isOfAgency(tokens, i) || isOfWhat(tokens, i)) {
      i++;
      // «للجنة سلامة الطيران»: no article, though it looks like one.
      const ofCommittee = text === 'للجنة' && !isDefinite(tokens[i]?.text ?? '');
      open = ofCommittee || (!/^(لل|بال)/.test(text) && !isPlaceWord(text.slice(1)));
      definite = true;
    } else if (definite && !open && isJoinedRank(text)) break;
    else if (definite && !open && pastJoinedOffice(tokens, from, i, limit, readRole) > i)
      i = pastJoinedOffice(tokens, from, i, limit, readRole);
    else if (text[0] === 'و' && (isDefinite(text.slice(1)) || isComplement(text.slice(1)))) {
      i++;
      // «لجنة الاحتراف وشؤون اللاعبين»
      open = !isDefinite(text.slice(1)) && isDefinite(tokens[i]?.text ?? '');
    } else if (definite && !open && placeBehindAnd(tokens, i, limit) > i) {
      // «مدير الشركة لشؤون الخليج وشمال أفريقيا»
      i = placeBehindAnd(tokens, i, limit);
    } else if (open && isJoinedOffice(text)) i++;
    else if (open) {
      i += NAME_PARTS.has(text) && i + 1 < limit ? 2 : 1;
      // «فريق مواجهة آثار السيول», «مصدر من ريف الشام»
      open = i < limit && waitsFor(text, tokens, i);
      definite = true;
      // «المتحدث باسم خارجيتها»: whole by its pronoun.
      guessed = !/.{3}(?:ها|هم)$/.test(text);
    } else if (
      !definite &&
      !/^[يت].{3,}ون$/.test(text) &&
      /[ياةهن]$|^(كبير|رفيع|بارز|سابق|آخر|اخر|بلجيكي)$/.test(text)
    )
      i++;
    else if (!definite && isOrdinaryWord(text) && !/ت$|^[يت].{3,}ون$/.test(text)) i++;
    else if (guessed && nextGivenName(tokens, i, limit) > i) i = nextGivenName(tokens, i, limit);
    else break;
  }
  const named = i < end && canBeginName(tokens, i) && (definite || isGivenName(tokens[i]?.text ?? ''));
  return { to: Math.min(i, end), takesName: named };
}
