/** One cookie of a request, decoded; a broken encoding reads as it stands. */
export function cookieOf(request: Request, name: string): string | undefined {
  return cookiesOf(request)[name];
}

export function cookiesOf(request: Request): Record<string, string> {
  const found: Record<string, string> = {};
  for (const pair of (request.headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (at > 0) found[pair.slice(0, at)] ??= decoded(pair.slice(at + 1));
  }
  return found;
}

/** Set-Cookie of ours: Lax, for the whole site, out of scripts' reach, secure when the public address is. */
export function setCookie(name: string, value: string, { maxAgeSeconds, secure }: { readonly maxAgeSeconds: number; readonly secure: boolean }): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replace(/^"|"$/g, ''));
  } catch {
    return value;
  }
}
