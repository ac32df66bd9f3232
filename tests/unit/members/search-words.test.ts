import { describe, expect, test } from '@jest/globals';
import { searchWords } from '@/lib/domain/members/search-words';

describe('people are found by', () => {
  test.each([
    ['', []], ['  Siti   AMINAH ', ['siti', 'aminah']], ['0812-3456', ['8123456']], ['+62 812', ['62812']],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('%j', (typed, words) => expect(searchWords(typed)).toEqual(words));

  test('a member number is one word, with spaces and without', () => {
    expect(searchWords('pj 000 123')).toEqual(searchWords('PJ000123'));
    expect(searchWords('pj 000 123')).toHaveLength(1);
  });
});
