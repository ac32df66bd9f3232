import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aPdf } from './a-pdf';
import { libraryUrl } from './library-address';

export type Reply = { readonly status: number; readonly headers: Headers; readonly json: Record<string, never> & { [name: string]: unknown } };

/** A program that calls the HTTP contract as outsiders do: cookies, JSON, nothing of ours. */
export class ApiClient {
  private readonly cookies = new Map<string, string>();

  /** `url`: another server than the one of the browser tests; may change from call to call. */
  constructor(public url = libraryUrl) {}

  static async loggedIn(identifier: string, password: string, url = libraryUrl): Promise<ApiClient> {
    const client = new ApiClient(url);
    const reply = await client.logIn(identifier, password);
    if (reply.status !== 200) throw new Error(`log-in answered ${reply.status}`);
    return client;
  }

  /** A new member, logged in. */
  static async newMember(url = libraryUrl): Promise<ApiClient> {
    const client = new ApiClient(url);
    const email = `${randomUUID()}@uji.example`;
    const registered = await client.call('POST', '/api/members', { name: 'Anggota Uji', email, password: 'kata-sandi-uji', consent: true });
    if (registered.status !== 201) throw new Error(`registering answered ${registered.status}`);
    await client.logIn(email, 'kata-sandi-uji');
    return client;
  }

  async logIn(identifier: string, password: string): Promise<Reply> {
    const { json } = await this.call('GET', '/api/auth/csrf');
    const body = new URLSearchParams({ csrfToken: String(json['csrfToken']), identifier, password, json: 'true' });
    return this.send('POST', '/api/auth/callback/credentials', { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
    return this.send(method, path, { headers, ...json });
  }

  /** The heading of a page as somebody with this language sees it. */
  async headingOf(path: string, language: 'id' | 'en'): Promise<string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await (await fetch(`${this.url}${path}`, { headers: { cookie, 'accept-language': language } })).text();
    return /<h1[^>]*>([^<]*)/.exec(page)?.[1] ?? '';
  }

  async send(method: string, path: string, { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {}): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.url}${path}`, { method, redirect: 'manual', ...init, headers: { ...headers, ...(cookie === '' ? {} : { cookie }) } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, json: (isJson && text !== '' ? JSON.parse(text) : {}) as Reply['json'] };
  }
}

export const librarian = () => ApiClient.loggedIn('pustakawan@pinjam.example', 'pinjam-demo');
export const admin = () => ApiClient.loggedIn('admin@pinjam.example', 'pinjam-demo');

/** A librarian uploads a small PDF and publishes it with so many copies; `more`: what else the call says of it. */
export async function aPublishedTitle(copies: number, title = `Uji ${randomUUID().slice(0, 8)}`, by?: ApiClient, more: object = {}): Promise<string> {
  const staff = by ?? (await librarian());
  const bytes = await aPdf({ pages: 3, title });
  const begun = await staff.call('POST', '/api/admin/uploads', { fileName: 'uji.pdf', sizeBytes: bytes.byteLength, contentType: 'application/pdf' });
  const parts = await Promise.all(
    (begun.json['parts'] as unknown as { number: number; url: string }[]).map(async ({ number, url }) => {
      const put = await fetch(url, { method: 'PUT', body: new Uint8Array(bytes) });
      return { number, etag: put.headers.get('etag') ?? '' };
    }),
  );
  const inspected = await staff.call('POST', `/api/admin/uploads/${String(begun.json['id'])}/complete`, { parts });
  if (inspected.status !== 200) throw new Error(`inspection answered ${inspected.status}`);
  const made = await staff.call('POST', '/api/admin/titles', { uploadId: begun.json['id'], title, authors: ['Penguji'], language: 'id', licence: { model: 'perpetual', copies }, ...more });
  if (made.status !== 201) throw new Error(`making a title answered ${made.status}: ${JSON.stringify(made.json)}`);
  return String(made.json['id']);
}

/** The reply is problem+json with this status and code, and words in it. */
export function refusedWith(reply: Reply, status: number, code: string): void {
  expect({ status: reply.status, code: reply.json['code'] }).toEqual({ status, code });
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(reply.json).toMatchObject({ type: expect.any(String), title: expect.any(String), detail: expect.any(String), status });
}
