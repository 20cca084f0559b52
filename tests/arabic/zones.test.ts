import { describe, expect, it } from 'vitest';
import ZONES from '#arabic/data/zones.json' with { type: 'json' };
import { OFFERED_ZONES, readZone, zoneName } from '#arabic/zones.ts';

describe('time zones', () => {
  it.each([
    ['القاهرة', 'Africa/Cairo', 1],
    ['بتوقيت الرياض', 'Asia/Riyadh', 2],
    ['الدار البيضاء سياسة', 'Africa/Casablanca', 2],
    ['مصر', 'Africa/Cairo', 1],
    ['بيروت', 'Asia/Beirut', 1],
    ['عمّان', 'Asia/Amman', 1],
    ['سلطنة عمان', 'Asia/Muscat', 2],
    ['جنوب أفريقيا', 'Africa/Johannesburg', 2],
    ['بتوقيت غرينتش', 'UTC', 2],
    ['GMT', 'UTC', 1],
    ['africa/cairo', 'Africa/Cairo', 1],
    ['New York', 'America/New_York', 2],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires', 1],
  ])('%s', (text, zone, words) => {
    expect(readZone(text.split(' '))).toEqual({ zone, words });
  });

  it.each(['كازبلانكستان', 'سياسة', 'Mars/Olympus', '', '08:00'])('%s is no zone', (text) => {
    expect(readZone(text.split(' '))).toBe(null);
  });

  it('every listed zone exists, and no city stands for two', () => {
    for (const { zone } of ZONES)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    expect(new Set(ZONES.map((z) => z.city)).size).toBe(ZONES.length);
    for (const zone of OFFERED_ZONES) expect(ZONES.some((z) => z.zone === zone)).toBe(true);
  });

  it('never shows a reader a technical name', () => {
    expect(zoneName('Asia/Riyadh')).toBe('الرياض');
    expect(zoneName('Etc/UTC')).toBe('غرينتش');
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(zoneName(zone)).not.toMatch(/\//);
  });
});
