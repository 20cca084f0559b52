import { isPeopleWord } from './casualty-words.ts';

/** «عائلته», «ابنها»: something of somebody's. */
export const isOfThem = (text: string) =>
  text.length >= 4 && (text.endsWith('ه') || (text.length >= 5 && endsInThem(text)));

export const endsInThem = (text: string) => text.endsWith('ها') || text.endsWith('هم');

/** «نجاتها» without its pronoun: «نجاة». */
export const bareOf = (text: string) => text.replace(/ت(?:ها|هم|ه)$/, 'ة').replace(/(?:ها|هم|ه)$/, '');

/** «اعتقاده», «تصريحه», «تزويدهم»: a verbal noun and whose it is. */
export const isOwned = (text: string) =>
  isOfThem(text) && /^(ت..ي.|ا.ت.ا.|ان..ا.|است.{3,5})(ه|ها|هم)$/.test(text);

/** «مناصريه», «لاعبيها»: somebody's people. */
export const areTheirs = (text: string) =>
  isOfThem(text) &&
  (/^م.{2,4}[^ي]ي(?:ه|ها|هم)$/.test(text) ||
    (/.{3}ي(?:ه|ها|هم)$/.test(text) && isPeopleWord(text.replace(/(?:ه|ها|هم)$/, 'ن'))));
