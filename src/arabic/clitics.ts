/** One way of reading a written word: what stands in front of it, and the word that remains. */
export interface Stem {
  conjunction: '' | 'و' | 'ف';
  /** `س` is the future particle; the others are prepositions (`ل` also the particle of purpose). */
  proclitic: '' | 'ب' | 'ل' | 'ك' | 'س';
  /** Whether «ال» has been taken off `rest`. */
  article: boolean;
  rest: string;
}

const SHORTEST = 2;

/**
 * All readings of a folded word, the whole word first, then with more and more taken off. «بالخرطوم» gives
 * بالخرطوم، الخرطوم (ب)، خرطوم (ب + ال); «للسودان» gives also السودان and سودان. Which of them exists is for a lexicon to say.
 */
export function stemsOf(word: string): Stem[] {
  const stems: Stem[] = [];
  addWithoutConjunction(stems, '', word);
  const first = word[0];
  if ((first === 'و' || first === 'ف') && word.length > SHORTEST)
    addWithoutConjunction(stems, first, word.slice(1));
  return stems;
}

function addWithoutConjunction(stems: Stem[], conjunction: Stem['conjunction'], word: string): void {
  addArticleForms(stems, conjunction, '', word);
  const first = word[0];
  if (word.length <= SHORTEST) return;
  if (first === 'ب' || first === 'ك' || first === 'س' || first === 'ل')
    addArticleForms(stems, conjunction, first, word.slice(1));
  if (first === 'ل' && word[1] === 'ل' && word.length > SHORTEST + 1) {
    // «لل» is ل + ال with its alef unwritten.
    stems.push({ conjunction, proclitic: 'ل', article: false, rest: `ال${word.slice(2)}` });
    stems.push({ conjunction, proclitic: 'ل', article: true, rest: word.slice(2) });
  }
}

function addArticleForms(
  stems: Stem[],
  conjunction: Stem['conjunction'],
  proclitic: Stem['proclitic'],
  word: string,
): void {
  stems.push({ conjunction, proclitic, article: false, rest: word });
  if (word.length > SHORTEST + 1 && word[0] === 'ا' && word[1] === 'ل')
    stems.push({ conjunction, proclitic, article: true, rest: word.slice(2) });
}

/** «للجنة», «للواء»: one «ل» of the three that would meet is not written. */
const BEGINS_WITH_LAM = /^(?:جن[ةهت]|جان|واء|قاء|اعب|اجئ|اجيء|جوء|قاح|غة|غات)/;
/** «للبنان», «لليبيا»: names without an article. */
const NAME_WITH_LAM =
  /^(?:بنان|يبيا|يبي$|ندن|وكسمبورغ|اتفيا|يتوانيا|اوس$|يبيريا|يلى|يلي$|مياء|ينا$|يندا$|ميس$|طيف[ةه]$|طفي$|[ؤو]ي$|قمان$|ورا$|ويس$|وران$|يونيل$|وسيا$|وكاس$)/;

/** «للجنة التحقيق», «للجان مقاومة»: no article, though it looks like one. */
const COMMITTEE = /^لل(?:جن[ةه]|جان)(?= |$)/;
const DESCRIBES =
  /^ال(?:.+ي[ةه]|عليا|منظم[ةه]|مشترك[ةه]|عام[ةه]|خاص[ةه]|دائم[ةه]|مستقل[ةه]|مكلف[ةه]|مختص[ةه]|م[ؤو]قت[ةه]|موحد[ةه])$/;
const OPENS = /^(?:ف?ان.{0,2}|فقد|الت[يى]|ف[يى]|من|عل[ىي]|ال[ىي]|عن|قبل|بعد|امس|اليوم|[وب].*)$/;

const ownsCommittee = (word: string, next: string) =>
  COMMITTEE.test(word) && next.length > 2 && !DESCRIBES.test(next) && !OPENS.test(next);

/**
 * A word without the preposition «ل» that is written on it: «للشرطة» is «الشرطة», «للجنة» is «اللجنة»; `next`: the word behind
 * it, which may be what the committee is of.
 */
export function withoutLam(word: string, next = ''): string {
  if (!word.startsWith('لل') || ownsCommittee(word, next)) return word.slice(1);
  const rest = word.slice(2);
  if (NAME_WITH_LAM.test(rest)) return word.slice(1);
  return BEGINS_WITH_LAM.test(rest) ? `الل${rest}` : `ال${rest}`;
}
