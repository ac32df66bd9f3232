import { describe, expect, test } from '@jest/globals';
import { wholeParts, partNumbers, sizeOfPart } from '@/lib/domain/catalogue/upload-parts';

describe('the parts of an upload', () => {
  test.each([[0, []], [1, [1]], [10, [1]], [11, [1, 2]], [30, [1, 2, 3]]] as const)('%d bytes in parts of ten', (size, numbers) => expect(partNumbers(size, 10)).toEqual(numbers));

  test('all are equal but the last, and together they are the file', () => {
    for (const size of [1, 9, 10, 11, 95, 100]) {
      const sizes = partNumbers(size, 10).map((number) => sizeOfPart(number, size, 10));
      expect(sizes.slice(0, -1).every((each) => each === 10)).toBe(true);
      expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(size);
    }
  });

  test('a part that was cut off, or that belongs to no such file, is not there', () => {
    const part = (number: number, sizeBytes: number) => ({ number, etag: 'x', sizeBytes });
    expect(wholeParts([part(1, 10), part(2, 9), part(3, 5), part(4, 10), part(0, 10)], 25, 10).map(({ number }) => number)).toEqual([1, 3]);
  });
});
