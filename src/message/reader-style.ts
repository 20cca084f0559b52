/** How a chat wants numbers, dates and times written. Applies to what Mujaz composes, never to an article's words. */
export interface ReaderStyle {
  /** 123 or ١٢٣ */
  digits: 'latin' | 'arabic';
  /** يناير · كانون الثاني · جانفي · يناير / كانون الثاني */
  months: 'egyptian' | 'levantine' | 'maghrebi' | 'double';
  /** The Umm al-Qura date beside the Gregorian one. */
  hijri: boolean;
  /** IANA zone in which times are shown. */
  zone: string;
}

export const DEFAULT_STYLE: Omit<ReaderStyle, 'zone'> = { digits: 'latin', months: 'double', hijri: false };
