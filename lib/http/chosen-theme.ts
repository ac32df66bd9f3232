import { cookies } from 'next/headers';
import { isTheme, themeCookie, type Theme } from './schemas/theme';

/** The server knows it before the first byte, so that no page flashes in the other colours. */
export async function chosenTheme(): Promise<Theme> {
  const kept = (await cookies()).get(themeCookie)?.value;
  return isTheme(kept) ? kept : 'system';
}
