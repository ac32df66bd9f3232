import { describe, expect, test } from '@jest/globals';
import { sasirangan, toneCount } from '@/lib/domain/catalogue/sasirangan';

describe('a title without a cover gets its own cloth', () => {
  test('the same title always gets the same cloth', () => {
    expect(sasirangan('b6b0c6ae', 150)).toEqual(sasirangan('b6b0c6ae', 150));
  });

  test('titles that differ by one letter get different cloth', () => {
    expect(sasirangan('b6b0c6ae', 150)).not.toEqual(sasirangan('b6b0c6af', 150));
  });

  test('a hundred titles use every tone', () => {
    const tones = new Set(Array.from({ length: 100 }, (_, n) => sasirangan(`title-${n}`, 60).tone));
    expect(tones.size).toBe(toneCount);
  });

  test('every figure stays within the field, give or take a petal', () => {
    for (let n = 0; n < 100; n += 1) {
      for (const figure of sasirangan(`title-${n}`, 150).figures) {
        const ys = figure.kind === 'dot' ? [figure.y - figure.r, figure.y + figure.r] : figure.points.map(([, y]) => y);
        expect(Math.min(...ys)).toBeGreaterThanOrEqual(-1);
        expect(Math.max(...ys)).toBeLessThanOrEqual(155);
      }
    }
  });

  test('drawing stays small: no cloth needs 400 figures', () => {
    for (let n = 0; n < 200; n += 1) expect(sasirangan(`title-${n}`, 150).figures.length).toBeLessThan(400);
  });
});
