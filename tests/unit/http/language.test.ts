import { describe, expect, test } from '@jest/globals';
import { POST } from '@/app/language/route';

function choose(locale: string, back: string, headers: Record<string, string> = {}): Promise<Response> {
  return POST(new Request('http://localhost:3000/language', { method: 'POST', body: new URLSearchParams({ locale, back }), headers }));
}

describe('the language switch', () => {
  test('remembers the choice for a year and goes back to the page', async () => {
    const response = await choose('en', '/titles/1?x=2');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/titles/1?x=2');
    expect(response.headers.get('set-cookie')).toContain('pinjam-locale=en; Path=/; Max-Age=31536000; SameSite=Lax');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/a\r\nset-cookie: x=1', ''])('never leads elsewhere: %j', async (back) => {
    expect((await choose('id', back)).headers.get('location')).toBe('/');
  });

  test('a language we do not speak changes nothing', async () => {
    expect((await choose('fr', '/')).headers.get('set-cookie')).toBeNull();
  });

  test('another site cannot switch it', async () => {
    expect((await choose('en', '/', { origin: 'https://evil.example' })).status).toBe(403);
  });
});
