export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'id';
export const localeCookie = 'pinjam-locale';

export function isLocale(text: string | undefined | null): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The cookie's choice, or the first of Accept-Language that we speak, or Indonesian. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find((tag) => isLocale(tag)) as Locale | undefined ?? defaultLocale;
}
