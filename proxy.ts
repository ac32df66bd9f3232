import { NextResponse, type NextRequest } from 'next/server';
import { environment, publicUrl } from '@/lib/config/environment';

/** A fresh nonce and the Content-Security-Policy for each page, and the other security headers; nothing else. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it on its own scripts and styles
  headers.set('content-security-policy', policy);
  // so that a layout knows which page was asked for (the way back after log-in)
  headers.set('x-pinjam-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (publicUrl().startsWith('https:')) response.headers.set('strict-transport-security', 'max-age=31536000');
  return response;
}

// The API answers JSON and reads its own bodies; /_next/static must stay without a policy, or the pdf.js worker could not
// compile its wasm (stack.md section 5); files of public/ carry no scripts that run as pages.
export const config = { matcher: ['/((?!api/|_next/|pdfjs/|icons/|covers/).*)'] };

function contentSecurityPolicy(nonce: string): string {
  const { S3_PUBLIC_ENDPOINT, S3_ENDPOINT } = environment();
  const storage = originOf(S3_PUBLIC_ENDPOINT ?? S3_ENDPOINT);
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self' blob:",
    `connect-src 'self'${storage === null ? '' : ` ${storage}`}`,
    "img-src 'self' blob: data:",
    "font-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function originOf(address: string | undefined): string | null {
  return address === undefined ? null : new URL(address).origin;
}
