/** Milliseconds after its slot from which a digest is marked «متأخر»: five ticks, so that a busy minute is no outage. */
export const LATE_AFTER = 5 * 60_000;
