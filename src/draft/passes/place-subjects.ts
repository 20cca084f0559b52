import { ofForm } from '#arabic/forms.ts';
import { tokenLike } from '#arabic/tokens.ts';
import type { LocatedMention } from './located-mention.ts';
import type { PlaceToken } from './place-tokens.ts';

/**
 * Whether a state is spoken of as one who does something, whatever it is: «ألقت بولندا القبض», «ستستخدم اليابان»,
 * «إن ماليزيا، وهي …». A verb before her that agrees with her has her for its subject.
 */
export function isSubject({ from, to, stem, type }: LocatedMention, tokens: readonly PlaceToken[]): boolean {
  if ((type !== 'country' && type !== 'capital') || stem !== null) return false;
  const before = tokens[from - 1];
  // «1975 - إثيوبيا تستعيد …»
  if (before?.kind !== 'word') return tokens[to]?.kind === 'word' && isPredicate(to, tokens);
  // «تقدمت كل من باكو والدوحة بالتعازي»
  if (before.text === 'من' && tokens[from - 2]?.text === 'كل') return verbAt(tokens[from - 3]) !== 0;
  const verb = verbAt(before);
  if (verb === OF_HERS || (verb === MAY_BE && beginsClause(before, tokens[from - 2])))
    return !befalls(before) && (!isBeing(before) || isPredicate(to, tokens));
  return isClause(before) && isPredicate(to, tokens);
}

const FUTURE = /^[وف]?ست[\u0621-\u064a]{2,}(?<!ين|ون|ه)$/;
const PAST = /^[وف]?[\u0621-\u064a]{2,}[^ايو]ت$/;
const NO_VERB =
  /^[وف]?(?:ستار|ستاد|تحت|تونس|تركيا|تشاد|تايلاند|تايلندا|تنزانيا|تايوان|توغو|تعز|تبوك|تكريت|تدمر|تيمور|بنت|اخت|صمت|وقت|سبت|انترنت|سمنت|اسمنت|تكتلت)$/;
/** «تصنفها روسيا»: no noun could have both a pronoun and an owner behind it. */
const WITH_OBJECT = /^[وف]?س?ت[\u0621-\u064a]{2,}(?:ها|هم)$|^[\u0621-\u064a]{3,}ت(?:ها|هم)$/;
const NOW = /^[وف]?ت[\u0621-\u064a]{2,5}(?<!ه|ات|ين|ا|ون)$/;
/** «توحيد», «تاريخ» */
const NOUN = /^[وف]?ت(?:[\u0621-\u064a]{2}ي[\u0621-\u064a]|جاه|لك|سع|يار|مثال|راث|لفزيون)$/;

const OF_HERS = 1;
/** It may be a verbal noun too, which needs a word before it that governs it. */
const MAY_BE = 2;

const verbOf = ofForm(({ kind, text }) => {
  if (kind !== 'word' || NO_VERB.test(text)) return 0;
  if (FUTURE.test(text) || PAST.test(text) || WITH_OBJECT.test(text)) return OF_HERS;
  return NOW.test(text) && !NOUN.test(text) ? MAY_BE : 0;
});

const verbAt = (word: PlaceToken | undefined) => (word === undefined ? 0 : verbOf(word.form));

const opensClause = tokenLike(
  /^[وف]?(?:التي|الذي|ما|حيث|كما|بينما|فيما|اذ|لا|لم|لن|قد|عندما|حين|لكن|ان|انه|هل|كانت|لماذا|كيف|متي|حتي|كي)$/,
);

const beginsClause = (verb: PlaceToken, before: PlaceToken | undefined): boolean =>
  /^[وف]ت/.test(verb.text) || before === undefined || before.kind !== 'word' || opensClause(before);

/** What is told of her by these is not her deed: what comes over her, or whom she is the goal of. */
const befalls = tokenLike(
  /^[وف]?س?(?:[اي]?[يت]?شهدت?|ت?تعرضت?|ت?تضررت|ت?ضمت?|ت?شملت?|تعني|تهم|تخص|وصلت|تصل|زارت|تزور|دخلت|تدخل|غادرت|تغادر|بلغت|تبلغ|ت?عبرت?|جاءت|تاتي|ت?ستضيف|استضافت|ت?حتضن|احتضنت|ت?حتفل|احتفلت|عمت|تعم|طالت|تطال|ت?مثلت?|تفوق|ت?عصفت?|تبتز|ابتزت|ت?سبقت?|ت?جتاح|اجتاحت|ت?ضربت?|هزت|تهز|ت?غمرت?|تعيش|عاشت|تعاني|عانت|تحتاج|احتاجت|تلطخ|ت?قتلت?|ت?قعت?|ت?غرقت?|ت?سقطت?|هزمت|تهزم|تسود|سادت|تسكن|سكنت|تحيط|تحد|ت?قسمت?|ت?دمرت?|ت?مزقت?|ت?شطرت?|ت?لفت|تربط|ربطت|تفصل|فصلت|تغطي|غطت|تجاور|جاورت|تخترق|اخترقت|ت?قطعت?|توحد|وحدت|ت?حررت?|تتوسط|ت?شبهت?)(?:ها|هم)?$/,
);

const isBeing = tokenLike(
  /^[وف]?(?:كانت|تكون|باتت|تبيت|صارت|تصير|اصبحت|تصبح|ظلت|تظل|بقيت|تبقي|تعد|تعتبر|تبدو|بدت|تحولت|تتحول|عدت|اعتبرت|حلت|تحل)$/,
);

const isClause = tokenLike(/^[وفبل]?(?:ان|لان|لكن|بينما|فيما|هل)$/);
const isSheWho = tokenLike(/^(?:هي|لا|لم|لن|قد|ستظل|ليست)$/);
const isAside = tokenLike(/^(?:وهي|التي)$/);

/** «… هي التي», «… ستواصل», «…، وهي عضو …»: what is told of her follows. */
function isPredicate(at: number, tokens: readonly PlaceToken[]): boolean {
  const next = tokens[at];
  if (next?.kind === 'mark') return isAside(tokens[at + 1]);
  if (isSheWho(next)) return !befalls(tokens[at + 1]) && !isBeing(tokens[at + 1]);
  return verbAt(next) !== 0 && !befalls(next) && !isBeing(next);
}
