import { publicUrl } from '@/lib/config/environment';
import { isOwnOrigin } from '@/lib/http/origin';
import { ownPath } from '@/lib/http/own-path';
import { isLocale, localeCookie } from '@/lib/i18n/locale';

/** Remembers the chosen language for a year and goes back to the page the form stood on. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request, publicUrl())) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const locale = String(form.get('locale') ?? '');
  const headers = new Headers({ location: ownPath(String(form.get('back') ?? '/')), 'cache-control': 'no-store' });
  if (isLocale(locale)) headers.set('set-cookie', `${localeCookie}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}
