/**
 * A state-changing call from a browser names its Origin: it must be ours. On loopback the Host's own origin is ours too.
 * Programs that send no Origin are let through; a session cookie is SameSite=Lax.
 */
export function isOwnOrigin(request: Request, ownUrl: string): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  if (origin === new URL(ownUrl).origin) return true;
  const host = request.headers.get('host');
  return host !== null && isLoopback(host) && origin === `http://${host}`;
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}
