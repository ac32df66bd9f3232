/** How the pages look: chosen here, or as the device has it. */
export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = 'pinjam-theme';

export function isTheme(text: string | undefined | null): text is Theme {
  return themes.some((theme) => theme === text);
}

/** The cookie that remembers it for a year; "as the device" is remembered by having none. */
export function themeCookieLine(theme: Theme): string {
  return `${themeCookie}=${theme === 'system' ? '' : theme}; Path=/; Max-Age=${theme === 'system' ? 0 : 31_536_000}; SameSite=Lax`;
}
