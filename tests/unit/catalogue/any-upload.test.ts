import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partNumbers, partSizeBytes, sizeOfPart, uploadLimitBytes, wholeParts, type ArrivedPart } from '@/lib/domain/catalogue/upload-parts';

const mebibyte = 1024 * 1024;
const arrived = (number: number, sizeBytes: number): ArrivedPart => ({ number, sizeBytes, etag: `"${number}"` });
const aFile = fc.record({ sizeBytes: fc.integer({ min: 1, max: 10_000 }), partSize: fc.integer({ min: 1, max: 300 }) });

describe('a file goes up in parts', () => {
  test('of eight mebibytes, up to half a gibibyte: 63 parts at most', () => {
    expect([partSizeBytes, uploadLimitBytes]).toEqual([8 * mebibyte, 500 * mebibyte]);
    expect(partNumbers(uploadLimitBytes)).toHaveLength(63);
    expect(partNumbers(uploadLimitBytes).at(-1)).toBe(63);
  });

  test('a small file is one part, of its own size', () => {
    expect([partNumbers(1), sizeOfPart(1, 1)]).toEqual([[1], 1]);
    expect(partNumbers(partSizeBytes)).toEqual([1]);
    expect([partNumbers(partSizeBytes + 1), sizeOfPart(2, partSizeBytes + 1)]).toEqual([[1, 2], 1]);
  });

  test('an empty file has none', () => expect(partNumbers(0)).toEqual([]));

  test('the parts make up the file, all alike but the last, which is never empty', () =>
    fc.assert(
      fc.property(aFile, ({ sizeBytes, partSize }) => {
        const sizes = partNumbers(sizeBytes, partSize).map((number) => sizeOfPart(number, sizeBytes, partSize));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(sizeBytes);
        expect(new Set(sizes.slice(0, -1)).size).toBeLessThanOrEqual(1);
        expect(sizes.slice(0, -1).every((size) => size === partSize)).toBe(true);
        expect(sizes.at(-1)).toBeGreaterThan(0);
      }),
    ));
});

describe('after a lost connection', () => {
  test('a part that was cut off is sent again, one that is whole is not', () => {
    expect(wholeParts([arrived(1, 100), arrived(2, 99), arrived(3, 50)], 250, 100).map(({ number }) => number)).toEqual([1, 3]);
    expect(wholeParts([arrived(3, 100)], 250, 100)).toEqual([]);
  });

  test('a part that the file does not have is none of it', () => {
    expect(wholeParts([arrived(0, 100), arrived(4, 100), arrived(2, 100)], 250, 100).map(({ number }) => number)).toEqual([2]);
  });

  test('whatever arrived: what is missing and what is whole are together the file, once', () =>
    fc.assert(
      fc.property(aFile, fc.array(fc.record({ number: fc.integer({ min: 0, max: 60 }), isCut: fc.boolean() }), { maxLength: 30, size: 'max' }), ({ sizeBytes, partSize }, tries) => {
        const last = new Map(tries.map(({ number, isCut }) => [number, arrived(number, Math.max(0, sizeOfPart(number, sizeBytes, partSize)) - (isCut ? 1 : 0))]));
        const whole = wholeParts([...last.values()], sizeBytes, partSize).map(({ number }) => number);
        const cut = tries.filter(({ number, isCut }) => isCut && last.get(number)?.sizeBytes !== sizeOfPart(number, sizeBytes, partSize)).map(({ number }) => number);
        for (const number of whole) expect(partNumbers(sizeBytes, partSize)).toContain(number);
        for (const number of cut) expect(whole).not.toContain(number);
        expect(new Set(whole).size).toBe(whole.length);
      }),
    ));
});
