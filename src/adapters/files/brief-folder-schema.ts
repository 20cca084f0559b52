import * as z from 'zod';

/**
 * The form of `brief.yaml`. What may be left out is what an editor would have to write as `null` or in so many words
 * again; what evidence, ids and figures must be is for `acceptBrief` to say.
 */

const words = z.string();
const optionalWords = z.string().nullish();

/** The words themselves, or the words with where they stand: which article, and its UTF-16 offsets. */
const evidence = z.union(
  [
    words,
    z.strictObject({
      text: words,
      article: z.string().optional(),
      start: z.int().optional(),
      end: z.int().optional(),
    }),
  ],
  { error: 'evidence is the words of the article, or { text, article, start, end }' },
);

/** That it is missing is for `acceptBrief` to say: it names the fact. */
const optionalEvidence = evidence.optional();

const date = z.strictObject({ date: words, knownFrom: z.enum(['article', 'editor']) });

const summarySentence = z.strictObject({
  id: z.string().optional(),
  text: words,
  evidence: optionalEvidence,
});

const quote = z.strictObject({
  id: z.string().optional(),
  text: words,
  speaker: z.strictObject({ name: optionalWords, role: optionalWords }),
  verb: optionalWords,
  strength: z.enum([
    'said',
    'stressed',
    'announced',
    'claimed',
    'denied',
    'warned',
    'accused',
    'demanded',
    'promised',
    'condemned',
    'asked',
    'wrote',
    'described',
  ]),
  evidence: optionalEvidence,
});

const people = z.number().nullish();

const casualty = z.strictObject({
  id: z.string().optional(),
  kind: z.enum(['killed', 'injured', 'missing', 'detained', 'displaced']),
  min: people,
  max: people,
  approximate: optionalWords,
  status: z.enum(['confirmed', 'claimed', 'pending', 'none', 'historical']),
  group: optionalWords,
  place: optionalWords,
  source: optionalWords,
  partOf: optionalWords,
  supersedes: optionalWords,
  evidence: optionalEvidence,
});

const place = z.strictObject({
  id: z.string().optional(),
  name: words,
  country: optionalWords,
  role: z.enum(['event', 'actor', 'other']),
  note: optionalWords,
  alsoKnownAs: z.array(words).optional(),
  evidence: optionalEvidence,
});

const article = z.strictObject({ outlet: optionalWords, link: optionalWords, published: date.nullish() });

export const briefFileSchema = z.strictObject({
  headline: words,
  names: z.array(words),
  kind: z.enum([
    'war',
    'protest',
    'disaster',
    'accident',
    'crime',
    'health',
    'politics',
    'economy',
    'sport',
    'justice',
    'culture',
    'other',
  ]),
  topics: z.array(words).optional(),
  /** When the story was published; said once here, it stands for the first article too. */
  published: date.nullish(),
  /** What is known of each article, by the stem of its file. */
  articles: z.record(z.string(), article).optional(),
  summary: z.array(summarySentence).optional(),
  quotes: z.array(quote).optional(),
  casualties: z.array(casualty).optional(),
  places: z.array(place).optional(),
  people: z
    .array(z.strictObject({ name: words, role: optionalWords, evidence: optionalEvidence }))
    .optional(),
  /** Facts that later ones corrected or replaced. */
  superseded: z
    .array(
      z.discriminatedUnion('list', [
        summarySentence.extend({ list: z.literal('summary') }),
        quote.extend({ list: z.literal('quotes') }),
        casualty.extend({ list: z.literal('casualties') }),
        place.extend({ list: z.literal('places') }),
      ]),
    )
    .optional(),
  retraction: z.strictObject({ reason: words, at: z.int() }).nullish(),
  /** The revision that this file was written from; set by an export, so that a later change in chat is noticed. */
  revision: z.int().positive().optional(),
});

export type SummaryInFile = z.infer<typeof summarySentence>;
export type QuoteInFile = z.infer<typeof quote>;
export type CasualtyInFile = z.infer<typeof casualty>;
export type PlaceInFile = z.infer<typeof place>;
export type SupersededInFile = NonNullable<BriefFile['superseded']>[number];
export type BriefFile = z.infer<typeof briefFileSchema>;
export type EvidenceInFile = z.infer<typeof evidence>;
