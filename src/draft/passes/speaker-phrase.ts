import { speechWord } from '#arabic/speech.ts';
import type { Token } from '#arabic/tokens.ts';
import { beginsName, belongsTo, isParent, LISTENERS } from './name-words.ts';
import { isInitial } from './person-name.ts';
import type { SpeakerPhrase } from './speaker.ts';
import {
  CHANNELS,
  COMPLEMENTIZERS,
  isDefinite,
  isGivenName,
  isInstitution,
  isPlaceWord,
  JOINERS,
  ORGANISATIONS_TRIE,
  QUOTE_OPENERS,
  SKIPPABLE,
  STOPS,
  TIMES,
  TITLES_TRIE,
} from './speaker-words.ts';
import { splitSpeaker } from './split-speaker.ts';

const LONGEST_PHRASE = 14;
/** Time words that are something else inside a role: «المدير العام», «الرئيس الحالي». */
const YEARLY = new Set(['العام', 'الحالي', 'الحاليه', 'الماضي', 'ظهر', 'اول']);

/** The speaker that the words from `from` on name, not beyond `end`; null where they name nobody. */
export function readSpeaker(tokens: readonly Token[], from: number, end: number): SpeakerPhrase | null {
  const start = skip(tokens, from, end);
  const stop = phraseEnd(tokens, start, end);
  if (stop === start) return null;
  const phrase = splitSpeaker(tokens, start, stop);
  if (!phrase) return null;
  return withApposition(tokens, phrase, end);
}

/** Past «بدوره»، «اليوم الاثنين»، commas. */
export function skip(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  while (i < end) {
    const token = tokens[i] as Token;
    const skipped = token.kind === 'word' ? SKIPPABLE.longestAt(tokens, i) : null;
    if (skipped && token.text !== 'و') i = skipped.to;
    else if (token.text === '،' || token.text === ',' || isTime(token) || isChannelHere(tokens, i)) i++;
    else if (token.text === 'في' && isChannelHere(tokens, i + 1)) i = pastChannel(tokens, i + 2, end);
    else break;
  }
  return i;
}

function isTime(token: Token): boolean {
  return token.kind === 'word' && TIMES.has(token.text);
}

function isChannelHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && CHANNELS.has(token.text) && tokens[at - 1]?.text === 'في';
}

/** «في بيان على موقعه الإلكتروني»: to the comma that ends it, or the word that ends it. */
function pastChannel(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  while (i < end && i < from + 6) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || COMPLEMENTIZERS.has(token.text)) break;
    i++;
  }
  return i;
}

/** Where the words that can belong to the phrase end. */
function phraseEnd(tokens: readonly Token[], from: number, end: number): number {
  const head = TITLES_TRIE.longestAt(tokens, from)?.value ?? null;
  const first = tokens[from]?.text ?? '';
  const takesPlace = head !== null || isInstitution(first);
  let i = from;
  const limit = Math.min(end, from + LONGEST_PHRASE);
  while (i < limit) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark') {
      // A name in quotation marks inside a role: «بنك "الأفق"».
      if (/["«“]/.test(token.text) && takesPlace && i > from) {
        const close = closing(tokens, i, limit);
        if (close > 0 && close - i <= 5) {
          i = close + 1;
          continue;
        }
      }
      if (
        (token.text === '.' || token.text === '-' || token.text === "'") &&
        i > from &&
        isInitial(tokens, i)
      ) {
        i++;
        continue;
      }
      break;
    }
    if (token.kind !== 'word') break;
    const { text } = token;
    if (i > from && JOINERS.has(text)) {
      if (!takesPlace || !mayJoin(tokens, i, head !== null && !isDefinite(first))) break;
      i += tokens[i + 1]?.kind === 'word' ? 2 : 1;
      continue;
    }
    if (isParent(tokens, i)) {
      i += 2;
      continue;
    }
    if (
      COMPLEMENTIZERS.has(text) ||
      STOPS.has(text) ||
      (isTime(token) && !YEARLY.has(text)) ||
      LISTENERS.has(text)
    )
      break;
    if (QUOTE_OPENERS.longestAt(tokens, i)) break;
    if (i > from && text.startsWith('ل') && !isGivenName(text) && !belongsTo(text, head !== null)) break;
    if (i > from && speaks(text)) break;
    i++;
  }
  return i;
}

function closing(tokens: readonly Token[], at: number, limit: number): number {
  for (let i = at + 1; i < limit; i++) if (/["»”]/.test(tokens[i]?.text ?? '')) return i;
  return -1;
}

function speaks(text: string): boolean {
  const word = speechWord(text);
  return word !== null && word.introduces !== 'never' && word.form !== 'masdar' && text.length > 3;
}

/** «وزير الإعلام في جنوب السودان، …»: a place of one to three words, and the comma before the name. */
function endsWithComma(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 4; i++) {
    const next = tokens[i + 1];
    if (/^[،,]$/.test(tokens[i]?.text ?? ''))
      return i > from && next?.kind === 'word' && beginsName(next.text);
    if (tokens[i]?.kind !== 'word') return false;
  }
  return false;
}

/** Whether «في»، «باسم» … goes on with the role: «مسؤول في الوقاية المدنية», not «الوزير في نيقوسيا». */
function mayJoin(tokens: readonly Token[], at: number, hasTitle: boolean): boolean {
  const joiner = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  if (joiner === 'باسم' || joiner === 'بلسان') return true;
  if (endsWithComma(tokens, at + 1)) return true;
  if (next?.kind !== 'word' || CHANNELS.has(next.text) || TIMES.has(next.text)) return false;
  if (!hasTitle) return false;
  if (isInstitution(next.text) || ORGANISATIONS_TRIE.longestAt(tokens, at + 1)) return true;
  return isDefinite(next.text) && !isPlaceWord(next.text);
}

/** «محافظ البنك، طارق الإسكندراني، إن»: the other half of the speaker between commas. */
function withApposition(tokens: readonly Token[], phrase: SpeakerPhrase, end: number): SpeakerPhrase {
  if (phrase.name && !phrase.role && phrase.kind === 'person' && TITLES_TRIE.longestAt(tokens, phrase.to)) {
    const to = phraseEnd(tokens, phrase.to, end);
    const office = splitSpeaker(tokens, phrase.to, to);
    if (office?.role && !office.name)
      return { ...phrase, to: office.to, role: office.role, gender: office.gender };
  }
  const comma = tokens[phrase.to];
  if ((comma?.text !== '،' && comma?.text !== ',') || phrase.kind === 'body') return phrase;
  const from = phrase.to + 1;
  const next = tokens[from];
  if (next?.kind !== 'word' || isTime(next) || STOPS.has(next.text) || COMPLEMENTIZERS.has(next.text))
    return phrase;
  const to = phraseEnd(tokens, from, end);
  if (to === from) return phrase;
  const other = splitSpeaker(tokens, from, to);
  if (!other || other.kind === 'body') return phrase;
  const after = tokens[to]?.text ?? '';
  const closes = to >= end || /^[،,:.)]$/.test(after) || COMPLEMENTIZERS.has(after) || /["«“]/.test(after);
  if (!closes || speaks(next.text)) return phrase;
  if (phrase.role && !phrase.name && other.name)
    return { ...phrase, to: other.to, name: other.name, role: phrase.role };
  if (
    phrase.role &&
    phrase.name &&
    other.name &&
    !other.role &&
    !isGivenName(tokens[phrase.name.from]?.text ?? '')
  )
    return {
      ...phrase,
      to: other.to,
      name: other.name,
      role: { from: phrase.role.from, to: phrase.name.to },
    };
  if (phrase.name && !phrase.role && other.role)
    return { ...phrase, to: other.to, role: other.role, name: phrase.name, gender: other.gender };
  return phrase;
}
