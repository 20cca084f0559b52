let current = 'bench';

/** Lines that follow are of this bench. */
export function reportTo(name: string): void {
  current = name;
}

/** One figure of the report. `most` or `least`: what it must not pass. */
export function report(
  what: string,
  value: number,
  { most, least, note = '' }: { most?: number; least?: number; note?: string } = {},
): void {
  const met = (most === undefined || value <= most) && (least === undefined || value >= least);
  const bounds = [
    most === undefined ? '' : `at most ${most}`,
    least === undefined ? '' : `at least ${least}`,
  ].filter((bound) => bound !== '');
  const verdict = bounds.length > 0 ? ` (${bounds.join(', ')}: ${met ? 'met' : 'NOT MET'})` : '';
  console.log(`${current}: ${what}: ${value.toFixed(2)}${verdict}${note === '' ? '' : `; ${note}`}`);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
