import { describe, expect, test } from '@jest/globals';
import { isTooEasy } from '@/lib/domain/members/password';

describe('a password that everybody tries first is refused', () => {
  test.each(['12345678', 'Password', 'QWERTYUIOP', 'aaaaaaaa', '12121212', '１２３４５６７８'])('%s', (password) => {
    expect(isTooEasy(password)).toBe(true);
  });

  test('and one’s own name, address or number', () => {
    expect(isTooEasy('budi@contoh.id', ['Budi', 'Budi@contoh.id', null])).toBe(true);
    expect(isTooEasy('Siti Aminah', ['siti aminah'])).toBe(true);
  });

  test.each(['buku-harian-7', 'kapal kertas', 'pinjam-demo', 'sungai barito 1986'])('%s will do', (password) => {
    expect(isTooEasy(password, ['Budi', null, undefined, ''])).toBe(false);
  });
});
