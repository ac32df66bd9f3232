import { describe, expect, test } from '@jest/globals';
import { identifierOf, normalMemberNumber, readableMemberNumber } from '@/lib/domain/members/identifier';

describe('what somebody types to log in', () => {
  test.each([
    ['siti@contoh.id', 'siti@contoh.id'],
    ['  Siti@Contoh.ID ', 'siti@contoh.id'],
    ['ｓiti@contoh.id', 'siti@contoh.id'],
  ])('%j is the address %s, in any case and with stray spaces', (typed, email) => {
    expect(identifierOf(typed)).toEqual({ kind: 'email', email });
  });

  test.each(['PJ000123', 'pj000123', ' Pj 000 123 ', 'PJ-000-123', 'pj.000.123'])('%j is the member number on the card', (typed) => {
    expect(identifierOf(typed)).toEqual({ kind: 'number', memberNumber: 'PJ000123' });
  });

  test('the number on the card reads back as itself', () => {
    for (const number of ['PJ000001', 'PJ999999', 'PJ1000000']) expect(normalMemberNumber(readableMemberNumber(number))).toBe(number);
    expect(readableMemberNumber('PJ000123')).toBe('PJ 000 123');
  });
});
