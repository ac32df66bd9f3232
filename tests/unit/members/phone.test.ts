import { describe, expect, test } from '@jest/globals';
import { normalPhone } from '@/lib/domain/members/phone';

describe('a telephone number has one form, however it is typed', () => {
  test.each(['081234567890', '0812-3456-7890', '0812 3456 7890', '(0812) 3456.7890', '+62 812 3456 7890', '62812 3456 7890', '0062 812 3456 7890', '０８１２３４５６７８９０'])('%s', (typed) => expect(normalPhone(typed)).toBe('+6281234567890'));
  test.each(['', '0812', 'telepon', '+0812345678', '08123456789012345678', '0812x3456789'])('%j is none', (typed) => expect(normalPhone(typed)).toBeNull());
});
