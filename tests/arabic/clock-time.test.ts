import { describe, expect, it } from 'vitest';
import { readClockTime } from '#arabic/clock-time.ts';

const read = (text: string) => {
  const found = readClockTime(text.split(' '));
  return found === null || found === 'invalid' ? found : [found.time, found.words];
};

describe('the time of a digest', () => {
  it.each([
    ['08:00', '08:00', 1],
    ['8', '08:00', 1],
    ['٨', '08:00', 1],
    ['٠٨:٣٠', '08:30', 1],
    ['8.15', '08:15', 1],
    ['٨ صباحاً', '08:00', 2],
    ['8 مساءً', '20:00', 2],
    ['الساعة 9 مساء القاهرة', '21:00', 3],
    ['8pm', '20:00', 1],
    ['8 am', '08:00', 2],
    ['12 صباحا', '00:00', 2],
    ['12 ظهراً', '12:00', 2],
    ['2 ليلا', '02:00', 2],
    ['10 ليلا', '22:00', 2],
    ['1 بعد الظهر', '13:00', 3],
    ['الثامنة صباحا', '08:00', 2],
    ['الثامنة والنصف مساء', '20:30', 3],
    ['التاسعة إلا ربعا', '08:45', 3],
    ['الحادية عشرة', '11:00', 2],
    ['20:00 مساء', '20:00', 2],
    ['00:30', '00:30', 1],
  ])('%s', (text, time, words) => {
    expect(read(text)).toEqual([time, words]);
  });

  it.each(['99:99', '24:00', '8:75', '2500', '12:', '14 صباحا'])(
    '%s has the form of a time and is none',
    (text) => {
      expect(read(text)).toBe('invalid');
    },
  );

  it.each(['القاهرة', '', 'kazakhstan', 'Africa/Cairo'])('%s is something else', (text) => {
    expect(read(text)).toBe(null);
  });
});
