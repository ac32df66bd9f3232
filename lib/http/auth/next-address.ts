/** Where to go after log-in: a path of ours, never another site. `//evil.example` and `/\evil.example` are other sites to a browser. */
export function nextAddress(asked: string | null | undefined, ownUrl: string): string {
  if (asked === null || asked === undefined || asked === '') return '/';
  try {
    const own = new URL(ownUrl).origin;
    const url = new URL(asked, own);
    if (url.origin !== own) return '/';
    return `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}`;
  } catch {
    return '/';
  }
}
