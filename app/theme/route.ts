import { publicUrl } from '@/lib/config/environment';
import { isOwnOrigin } from '@/lib/http/origin';
import { ownPath } from '@/lib/http/own-path';
import { isTheme, themeCookieLine } from '@/lib/http/schemas/theme';

/** The theme switch without JavaScript: remembers the choice and goes back to the page the form stood on. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request, publicUrl())) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const theme = String(form.get('theme') ?? '');
  const headers = new Headers({ location: ownPath(String(form.get('back') ?? '/')), 'cache-control': 'no-store' });
  if (isTheme(theme)) headers.set('set-cookie', themeCookieLine(theme));
  return new Response(null, { status: 303, headers });
}
