/**
 * What every page is served with: a policy with a fresh nonce, the other headers that keep strangers out, and for Next.js
 * itself the nonce and which page was asked for. The front sets them, not a proxy.ts: that costs each page a request of its
 * own through Next.js, a tenth of what the page itself costs.
 */
export function settlePage(request, response, { storage, publicUrl }) {
  const { path, search } = partsOf(request.url);
  delete request.headers['x-pinjam-path'];
  if (isNoPage.test(path)) return;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, storage);
  // Next reads the nonce from the request's policy and puts it on its own scripts and styles
  request.headers['content-security-policy'] = policy;
  delete request.headers['content-security-policy-report-only'];
  // so that a layout knows which page was asked for (the way back after log-in)
  request.headers['x-pinjam-path'] = `${path}${search}`;
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (publicUrl?.startsWith('https:') === true) response.setHeader('strict-transport-security', 'max-age=31536000');
}

// The API answers JSON and reads its own bodies; /_next/static must stay without a policy, or the pdf.js worker could not
// compile its wasm (stack.md section 5); files of public/ carry no scripts that run as pages.
const isNoPage = /^\/(api|_next|pdfjs|icons|covers)\//;

/** One slash in front, or a link made of it would lead to another site; `_rsc` is Next's own. */
function partsOf(url) {
  const at = url.indexOf('?');
  const path = `/${(at === -1 ? url : url.slice(0, at)).replace(/^[/\\]+/, '')}`;
  if (at === -1) return { path, search: '' };
  const query = url.slice(at + 1).split('&').filter((pair) => !/^_rsc(=|$)/.test(pair)).join('&');
  return { path, search: query === '' ? '' : `?${query}` };
}

function contentSecurityPolicy(nonce, storage) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self' blob:",
    `connect-src 'self'${storage === undefined ? '' : ` ${new URL(storage).origin}`}`,
    "img-src 'self' blob: data:",
    "font-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
