import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { fingerprint } from '@/lib/adapters/passwords/fingerprint';
import { rowsOf } from '../../support/world';
import { aServer, type Server } from '../../support/a-server';
import { ApiClient } from '../../support/api-client';

// the first server builds the pages
jest.setTimeout(600_000);

let server: Server | undefined;
afterEach(() => server?.stop());

/** From which addresses somebody failed to log in, of these. */
async function whoTried(addresses: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ key: string }>(`SELECT "key" FROM "RateLimit"`);
  return addresses.filter((address) => rows.some(({ key }) => key === `login-address:${fingerprint('address', address)}`));
}

async function failToLogIn({ url }: Server, forwarded: string | null): Promise<void> {
  await rowsOf('DELETE FROM "RateLimit"');
  const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
  const client = new ApiClient(url);
  const { csrfToken } = (await client.call('GET', '/api/auth/csrf')).json;
  const body = new URLSearchParams({ csrfToken: String(csrfToken), identifier: 'siapa@uji.example', password: 'bukan-ini-juga', json: 'true' });
  const reply = await client.send('POST', '/api/auth/callback/credentials', { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
  expect(reply.status).toBe(401);
}

describe('where a call comes from', () => {
  test('nobody is believed who is no trusted proxy', async () => {
    server = await aServer();
    await failToLogIn(server, '203.0.113.7');
    expect(await whoTried(['203.0.113.7', '127.0.0.1'])).toEqual(['127.0.0.1']);
  });

  test.each([
    ['1', '203.0.113.7', '203.0.113.7'],
    ['1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['2', '198.51.100.1, 203.0.113.7, 192.0.2.5', '203.0.113.7'],
    ['1', null, '127.0.0.1'],
  ])('behind %s trusted proxies, %s is %s', async (TRUST_PROXY, forwarded, address) => {
    server = await aServer({ TRUST_PROXY });
    await failToLogIn(server, forwarded);
    expect(await whoTried(['198.51.100.1', '203.0.113.7', '192.0.2.5', '127.0.0.1'])).toEqual([address]);
  });

  test('the figures are for this machine, not for who comes through a proxy on it', async () => {
    server = await aServer();
    const metrics = (headers: Record<string, string>) => fetch(`${server?.url}/api/metrics`, { headers }).then(({ status }) => status);
    expect(await metrics({})).toBe(200);
    for (const [name, value] of [['x-forwarded-for', '127.0.0.1'], ['forwarded', 'for=127.0.0.1'], ['via', '1.1 proxy']] as const) expect(await metrics({ [name]: value })).not.toBe(200);
  });
});

test('behind a proxy that speaks https, cookies are sent over https only, and a call from the public address is our own', async () => {
  const PUBLIC_URL = 'https://perpustakaan.example';
  server = await aServer({ TRUST_PROXY: '1', PUBLIC_URL, NEXTAUTH_URL: PUBLIC_URL });
  const proxied = { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'perpustakaan.example' };
  const email = 'aman@uji.example';
  const register = (origin: string) => new ApiClient(server?.url).call('POST', '/api/members', { name: 'Anggota Aman', email, password: 'tujuh-perahu-kayu', consent: true }, { ...proxied, origin });
  expect((await register('https://jahat.example')).status).toBe(403);
  expect((await register(PUBLIC_URL)).status).toBe(201);

  const client = new ApiClient(server.url);
  const { csrfToken } = (await client.call('GET', '/api/auth/csrf', undefined, proxied)).json;
  const body = new URLSearchParams({ csrfToken: String(csrfToken), identifier: email, password: 'tujuh-perahu-kayu', json: 'true' });
  const reply = await client.send('POST', '/api/auth/callback/credentials', { body, headers: { ...proxied, 'content-type': 'application/x-www-form-urlencoded' } });
  expect(reply.status).toBe(200);
  const session = reply.headers.getSetCookie().find((cookie) => cookie.startsWith('__Secure-next-auth.session-token='));
  expect(session).toMatch(/; secure/i);
  expect(session).toMatch(/; httponly/i);
  expect(session).toMatch(/; samesite=lax/i);
  expect((await client.call('GET', '/api/me', undefined, proxied)).status).toBe(200);
  expect((await fetch(`${server.url}/`, { headers: proxied })).headers.get('strict-transport-security')).toMatch(/max-age/);
});
