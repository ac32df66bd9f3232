import { Agent, request } from 'node:http';

export type Answer = { readonly status: number; readonly body: string; readonly cookies: readonly string[] };

/** A light HTTP client: what it spends is taken from the server that is measured on the same machine. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  async call(method: string, path: string, { json, form }: { json?: unknown; form?: Record<string, string> } = {}): Promise<Answer> {
    const body = json !== undefined ? JSON.stringify(json) : form !== undefined ? new URLSearchParams(form).toString() : undefined;
    const headers: Record<string, string> = { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    if (body !== undefined) headers['content-type'] = json !== undefined ? 'application/json' : 'application/x-www-form-urlencoded';
    if (method !== 'GET') headers['origin'] = this.origin;
    const answer = await this.send(method, path, headers, body);
    for (const line of answer.cookies) this.keep(line);
    return answer;
  }

  /** Calls and expects one of the given answers; anything else ends the run: a wrong answer must not count as a fast one. */
  async must<T>(method: string, path: string, statuses: readonly number[], json?: unknown): Promise<T> {
    const { status, body } = await this.call(method, path, { json });
    if (!statuses.includes(status)) throw new Error(`${method} ${path} answered ${status}: ${body.slice(0, 300)}`);
    return (body === '' ? null : JSON.parse(body)) as T;
  }

  async logIn(identifier: string, password: string): Promise<void> {
    const { csrfToken } = await this.must<{ csrfToken: string }>('GET', '/api/auth/csrf', [200]);
    await this.call('POST', '/api/auth/callback/credentials', { form: { csrfToken, identifier, password, json: 'true' } });
    await this.must('GET', '/api/me', [200]);
  }

  /** For a browser that goes on as this person. */
  cookiesFor(origin: string): { name: string; value: string; url: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value, url: origin }));
  }

  close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, headers: Record<string, string>, body: string | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.origin}${path}`, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), cookies: response.headers['set-cookie'] ?? [] }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  private keep(line: string): void {
    const [pair = ''] = line.split('; ');
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
