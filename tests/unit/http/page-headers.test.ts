import { describe, expect, test } from '@jest/globals';
import { settlePage } from '@/scripts/page-headers.mjs';

const outside = { storage: 'https://s3.example:9000/books', publicUrl: 'https://pinjam.example' };

function settled(url: string, { given = {}, at = outside }: { given?: Record<string, string>; at?: { storage: string | undefined; publicUrl: string | undefined } } = {}) {
  const sent: Record<string, string> = {};
  const request = { url, headers: { ...given } as Record<string, string> };
  settlePage(request, { setHeader: (name: string, value: string) => void (sent[name] = value) }, at);
  return { asked: request.headers, sent };
}

describe('a page', () => {
  test('has a policy with a nonce of its own, which Next.js is told too', () => {
    const [one, two] = [settled('/'), settled('/')];
    expect(one.sent['content-security-policy']).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'/);
    expect(one.asked['content-security-policy']).toBe(one.sent['content-security-policy']);
    expect(one.sent['content-security-policy']).not.toBe(two.sent['content-security-policy']);
  });

  test('may fetch from the storage, wherever that is, and from nowhere else', () => {
    expect(settled('/').sent['content-security-policy']).toContain("connect-src 'self' https://s3.example:9000;");
    expect(settled('/', { at: { storage: undefined, publicUrl: undefined } }).sent['content-security-policy']).toContain("connect-src 'self';");
  });

  test('is framed by nobody, and asks for https for a year where it is served by it', () => {
    expect(settled('/').sent).toMatchObject({ 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin', 'strict-transport-security': 'max-age=31536000' });
    expect(settled('/', { at: { ...outside, publicUrl: 'http://localhost:3000' } }).sent).not.toHaveProperty('strict-transport-security');
  });

  test('cannot be told its nonce or its address by who asks for it', () => {
    const { asked, sent } = settled('/admin', { given: { 'content-security-policy': "script-src 'nonce-mine'", 'content-security-policy-report-only': "script-src 'nonce-mine'", 'x-pinjam-path': '/elsewhere' } });
    expect(JSON.stringify([asked, sent])).not.toMatch(/nonce-mine|elsewhere/);
  });

  test.each([
    ['/admin/loans?state=ended&member=a', '/admin/loans?state=ended&member=a'],
    ['/admin?_rsc=1xyz', '/admin'],
    ['/admin/loans?_rsc=1xyz&state=ended', '/admin/loans?state=ended'],
    // a link made of it must not lead to another site
    ['//evil.example/a', '/evil.example/a'],
    ['/\\evil.example', '/evil.example'],
  ])('%s: the way back after log-in is %s', (url, path) => {
    expect(settled(url).asked['x-pinjam-path']).toBe(path);
  });
});

describe('what is no page', () => {
  test.each(['/api/titles?q=a', '/_next/static/chunks/a.js', '/pdfjs/wasm/openjpeg.wasm', '/icons/mark.svg', '/covers/a-480.webp'])('%s has no policy of a page', (url) => {
    expect(settled(url, { given: { 'x-pinjam-path': '/mine' } })).toEqual({ asked: {}, sent: {} });
  });

  test.each(['/apiary', '/coversheet', '/titles/api/'])('%s is one', (url) => {
    expect(settled(url).sent).toHaveProperty('content-security-policy');
  });
});
