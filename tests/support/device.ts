import { POST as logIn } from '@/app/api/auth/callback/credentials/route';
import { GET as csrf } from '@/app/api/auth/csrf/route';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Sent = { readonly json?: unknown; readonly form?: Record<string, string>; readonly params?: Record<string, string>; readonly headers?: Record<string, string>; readonly path?: string };

/** A browser that keeps its cookies and calls our route handlers without a server in between. */
export class Device {
  readonly cookies = new Map<string, string>();

  constructor(readonly address = '203.0.113.1') {}

  async call(method: string, handler: Handler, { json, form, params = {}, headers = {}, path = '/' }: Sent = {}): Promise<Response> {
    const sent = new Headers({ 'x-forwarded-for': this.address, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers });
    if (json !== undefined) sent.set('content-type', 'application/json');
    const body = form !== undefined ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
    const response = await handler(new Request(`http://localhost:3000${path}`, { method, headers: sent, body }), { params: Promise.resolve(params) });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** As http-api.md says: the token first, then the form. */
  async logIn(identifier: string, password: string): Promise<Response> {
    const { csrfToken } = (await (await this.call('GET', csrf)).json()) as { csrfToken: string };
    return this.call('POST', logIn, { form: { csrfToken, identifier, password, json: 'true' } });
  }

  get isLoggedIn(): boolean {
    return this.cookies.has('next-auth.session-token');
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const gone = value === '' || attributes.some((attribute) => /^(Max-Age=0|Expires=Thu, 01 Jan 1970)/i.test(attribute));
    if (gone) this.cookies.delete(name);
    if (!gone) this.cookies.set(name, value);
  }
}
