import { describe, expect, test } from '@jest/globals';
import { isTheme, themeCookieLine, themes } from '@/lib/http/schemas/theme';

describe('the theme that somebody chose', () => {
  test('is light, dark, or as the device has it, and nothing else', () => {
    expect(themes.filter(isTheme)).toEqual(['light', 'dark', 'system']);
    expect(['', 'Dark', 'sepia', undefined, null].filter(isTheme)).toEqual([]);
  });

  test('is remembered for a year on every page', () => {
    expect(themeCookieLine('dark')).toBe('pinjam-theme=dark; Path=/; Max-Age=31536000; SameSite=Lax');
  });

  test('as the device has it is remembered by forgetting', () => {
    expect(themeCookieLine('system')).toBe('pinjam-theme=; Path=/; Max-Age=0; SameSite=Lax');
  });
});
