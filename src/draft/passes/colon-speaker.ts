import { wordSet } from '#arabic/fold.ts';
import type { QuotationSpan } from '#arabic/quotations.ts';
import { speechWord } from '#arabic/speech.ts';
import { isComma, type Token } from '#arabic/tokens.ts';
import { behindIssuing } from './issuer-phrase.ts';
import { skip } from './skip-to-speaker.ts';
import { placeBehind } from './source-end.ts';
import { cutClitic, type Range, type SpeakerPhrase } from './speaker.ts';
import { readSpeaker } from './speaker-phrase.ts';
import { isGivenName, isInstitution, isMedium, isPlaceWord, placeEnd, TITLES_TRIE } from './speaker-words.ts';
import { pastWithholding, readWithout } from './subject-before.ts';

/** What a channel writes over its news. */
const FLASH = wordSet(
  'عاجل خبر هام مهم حصري فيديو بالفيديو الآن متابعة شاهد مباشر تحديث خاص جديد عاجلة تغطية صور بالصور اسمع استمع',
);
const SEPARATOR = /^[|¦•▪–—\-/*:]$/;
const DOCUMENTS = wordSet('تصريح تصريحات بيان كلمة رسالة تغريدة منشور مقتطفات نداء مناشدة استغاثة تحذير');
const SORTS = wordSet('صحفي صحافي إعلامي رسمي مقتضب هام مهم عاجل مشترك توضيحي');
/** «أبرز ما قاله الوزير:», «من كلمة الرئيس:» */
const WHAT_WAS_SAID = wordSet('قاله قالته صرح صرحت جاء ورد');
/** What may stand between a speaker and the colon: where, to whom, on what. */
const CIRCUMSTANCE = wordSet('على عبر في فى من خلال أمام تعليقا ردا عن حول بعد عقب بشأن ل مع لدى');
/** Of such words at most so many. */
const LONGEST_CIRCUMSTANCE = 9;

/** «بوتين: "…"», «عاجل | وزير الصحة لـ"الغد": "…"», «رويترز عن مسؤول: "…"»: who stands before the colon, without a verb. */
export function speakerBeforeColon(
  tokens: readonly Token[],
  sentence: Range,
  colon: number,
): SpeakerPhrase | null {
  for (const from of beginnings(tokens, sentence.from, colon)) {
    const phrase = speakerAt(tokens, from, colon);
    if (phrase && isByline(tokens, sentence.from, phrase)) continue;
    if (phrase && endsAt(tokens, phrase, colon)) return phrase;
  }
  return null;
}

/** «الخرطوم - (وكالات): "…"», «طنطا - سامي نصر: "…"»: who has written the story stands behind its town. */
function isByline(tokens: readonly Token[], start: number, { from, role }: SpeakerPhrase): boolean {
  const town = placeEnd(tokens, start);
  if (role || town === start || town >= from) return false;
  return tokens.slice(town, from).every(({ kind, text }) => kind === 'mark' && text !== ':');
}

/** Behind «عاجل |», «#عاجل:»; the token itself where nothing is written over the news. */
export function afterFlash(tokens: readonly Token[], from: number): number {
  const word = tokens[from]?.text === '#' ? from + 1 : from;
  const flash = FLASH.has(tokens[word]?.text ?? '') && SEPARATOR.test(tokens[word + 1]?.text ?? '');
  return flash ? word + 2 : from;
}

/** Where a speaker may begin: at the start of the line, then behind each «|», dash or sign. */
function beginnings(tokens: readonly Token[], start: number, colon: number): number[] {
  const found: number[] = [];
  let open = true;
  for (let i = start; i < colon; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind === 'word' && open) {
      const hashtag = tokens[i - 1]?.text === '#' && i > start;
      // «شاهد» is «watch»; «شاهد عيان» is a witness.
      const flash = FLASH.has(text) && (TITLES_TRIE.longestAt(tokens, i)?.to ?? i) <= i + 1;
      if (!hashtag && !flash) {
        found.push(i);
        open = false;
      }
    } else if (kind === 'number') open &&= true;
    else if (SEPARATOR.test(text) || (kind === 'mark' && !/^[،,"«»“”().#_]$/.test(text))) open = true;
  }
  return found;
}

/** «كان لوزيرة البيئة رأي آخر: "…"», «ولمدرب الفريق تفسير مختلف: "…"» */
export function whoseView(tokens: readonly Token[], from: number, colon: number): SpeakerPhrase | null {
  const view = [colon - 1, colon - 2, colon - 3].find((at) => VIEWS.test(tokens[at]?.text ?? ''));
  if (view === undefined || view <= from) return null;
  const was = /^[وف]?(?:كان|كانت|يبقى|بقي)$/.test(tokens[from]?.text ?? '') ? from + 1 : from;
  const first = tokens[was];
  const read = first && /^ول/.test(first.text) ? tokens.with(was, cutClitic(first)) : tokens;
  const whose = readWithout(read, was, view, 'ل');
  return whose?.to === view ? whose : null;
}

const VIEWS = /^(?:راي|تفسير|قراءة|رواية|نظرة|جواب|رد|موقف|تعليق|كلام|وصية|نصيحة|رسالة)$/;

function speakerAt(tokens: readonly Token[], from: number, colon: number): SpeakerPhrase | null {
  const first = tokens[from]?.text ?? '';
  // «تصريح لرئيس الاتحاد: "…"»
  if (DOCUMENTS.has(first)) {
    const whose = readWithout(tokens, from + 1, colon, 'ل');
    if (whose?.from === from + 1) return whose;
    // «بيان صحفي صادر عن الوزارة:»
    const isOfSort = SORTS.has(tokens[from + 1]?.text ?? '');
    const issued = behindIssuing(tokens, isOfSort ? from + 2 : from + 1);
    if (isOfSort && issued === null) return null;
    const behind = issued ?? (/^(من|عن)$/.test(tokens[from + 1]?.text ?? '') ? from + 2 : from + 1);
    const plain = readSpeaker(tokens, behind, colon);
    if (plain?.from === behind && (issued !== null || isSomebody(tokens, plain))) return plain;
  }
  if (/^(ابرز|اهم|من|جانب)$/.test(first))
    for (let i = from + 1; i < from + 4; i++)
      if (WHAT_WAS_SAID.has(tokens[i]?.text ?? '') || DOCUMENTS.has(tokens[i]?.text ?? ''))
        return readSpeaker(tokens, i + 1, colon);
  const phrase = readSpeaker(tokens, from, colon);
  if (phrase?.from !== from) return null;
  // «رويترز عن مسؤول: "…"», «القناة 12 نقلا عن مصدر: "…"»
  if (isMedium(first) || phrase.kind === 'body')
    for (let i = phrase.to; i < Math.min(colon, phrase.to + 4); i++)
      if (tokens[i]?.text === 'عن') return readSpeaker(tokens, i + 1, colon);
  return phrase;
}

/** Whether nothing but where and to whom stands between a speaker and the colon. */
function endsAt(tokens: readonly Token[], phrase: SpeakerPhrase, colon: number): boolean {
  // «مسؤول طلب عدم نشر اسمه: "…"»
  const behind = pastWithholding(tokens, skip(tokens, phrase.to, colon), colon);
  if (behind === colon) return true;
  // «وزارة الصحة بولاية البحر الأحمر:»
  if (colon - behind <= 2 || placeBehind(tokens, behind) === colon) return true;
  if (colon - behind > LONGEST_CIRCUMSTANCE) return false;
  const next = tokens[behind]?.text ?? '';
  if (!CIRCUMSTANCE.has(next) && !/^ل./.test(next)) return false;
  const first = tokens[phrase.from]?.text ?? '';
  const certain =
    phrase.role !== null || phrase.kind === 'body' ? isSomebody(tokens, phrase) : isGivenName(first);
  if (!certain && phrase.to - phrase.from > 1) return false;
  for (let i = behind; i < colon; i++) {
    const word = speechWord(tokens[i]?.text ?? '');
    if (word && !word.doubtful && word.introduces === 'often') return false;
  }
  return true;
}

function isSomebody(tokens: readonly Token[], phrase: SpeakerPhrase): boolean {
  const first = tokens[phrase.from]?.text ?? '';
  return phrase.role !== null || isInstitution(first) || isPlaceWord(first);
}

/** «"…" — قائد الفريق حسن منصور», «"…" (ليلى منصور، نازحة)»: who is written under the words. */
export function signatureAfter(tokens: readonly Token[], span: QuotationSpan): SpeakerPhrase | null {
  let at = span.to + 1;
  while (/^[.،,]$/.test(tokens[at]?.text ?? '')) at++;
  if (tokens[at]?.kind === 'break' && /^[–—-]$/.test(tokens[at + 1]?.text ?? '')) at++;
  const opening = tokens[at]?.text ?? '';
  if (!/^[–—(-]$/.test(opening)) return null;
  const end = endOfSignature(tokens, at + 1, opening === '(');
  if (end === null) return null;
  const phrase = readSpeaker(tokens, at + 1, end);
  if (phrase?.from !== at + 1 || phrase.to < end - 3) return null;
  const first = tokens[phrase.from]?.text ?? '';
  const known =
    phrase.role !== null || isGivenName(first) || TITLES_TRIE.longestAt(tokens, phrase.to + 1) !== null;
  return known ? phrase : null;
}

/** A signature has at most so many tokens. */
const LONGEST_SIGNATURE = 12;

function endOfSignature(tokens: readonly Token[], from: number, inParentheses: boolean): number | null {
  for (let i = from; i <= from + LONGEST_SIGNATURE; i++) {
    const token = tokens[i];
    if (inParentheses ? token?.text === ')' : !token || token.kind === 'break' || token.text === '.')
      return i;
    if (!token) return null;
  }
  return null;
}

/** «"…"، يبتسم الحاج علي»: a verb that is none of saying, and somebody's name, close a quotation. */
export function tellerAfter(tokens: readonly Token[], span: QuotationSpan): SpeakerPhrase | null {
  const at = span.to + 2;
  const verb = tokens[at]?.text ?? '';
  if (!isComma(tokens[at - 1]) || !/^[يت].{2,}/.test(verb) || speechWord(verb) !== null) return null;
  const phrase = readSpeaker(tokens, at + 1, at + LONGEST_SIGNATURE, true);
  if (phrase?.from !== at + 1 || phrase.kind !== 'person') return null;
  return phrase.role !== null || isGivenName(tokens[phrase.from]?.text ?? '') ? phrase : null;
}
