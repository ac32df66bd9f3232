import { log } from '@/lib/log';
import { readCover } from '@/lib/operations/catalogue/read-cover';
import { refusalOfError } from './errors';

/** A cover's picture, to be kept for ever; it goes by our own address, so that no signed address is needed to look at a page. */
export async function coverResponse(file: string): Promise<Response> {
  const named = /^([0-9a-f]{32,64})-(240|480)\.webp$/.exec(file);
  if (named?.[1] === undefined) return nothing(404);
  try {
    const cover = await readCover(named[1], named[2] === '240' ? 240 : 480);
    if (cover === null) return nothing(404);
    return new Response(new Uint8Array(cover), { headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' } });
  } catch (error) {
    if (refusalOfError(error) === null) log.error({ err: error }, 'cover failed');
    return nothing(503);
  }
}

function nothing(status: 404 | 503): Response {
  return new Response(null, { status, headers: { 'cache-control': status === 404 ? 'public, max-age=60' : 'no-store' } });
}
