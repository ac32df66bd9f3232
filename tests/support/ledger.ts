import { randomUUID } from 'node:crypto';
import type { ApiClient, Reply } from './api-client';
import type { Random } from './random';

/** One call whose answer was received: what the library has acknowledged, kept outside of it. */
export type Acknowledged = { readonly member: number; readonly method: string; readonly path: string; readonly key: string; readonly status: number; readonly json: Reply['json'] };

type Reader = { readonly member: number; readonly client: ApiClient; readonly random: Random };

/**
 * Members who borrow, queue, return and cancel without a pause, each call with a key of its own. A call that is not answered is
 * sent again with its key until it is: in the end the ledger knows of everything that can have happened.
 */
export class Ledger {
  readonly entries: Acknowledged[] = [];
  /** Calls that had to be sent again. */
  againCount = 0;
  /** Answers that nobody may ever get: an error that is no 503. */
  readonly wrong: string[] = [];
  private over = false;
  private isAbandoned = false;
  private readonly loops: Promise<void>[];

  constructor(clients: readonly ApiClient[], readonly titles: readonly string[], random: Random) {
    this.loops = clients.map((client, member) => this.live({ member, client, random }));
  }

  /** Lets every call that is under way be answered. */
  async end(): Promise<void> {
    this.over = true;
    await Promise.all(this.loops);
  }

  /** For a test that has failed: nobody waits for answers any more. */
  async abandon(): Promise<void> {
    this.isAbandoned = true;
    await this.end();
  }

  /** Ids that were given away, by the kind of call. */
  idsOf(what: 'loans' | 'holds'): string[] {
    const made = this.entries.filter(({ method, path, status }) => method === 'POST' && path.startsWith('/api/titles/') && path.endsWith(`/${what}`) && status === 201);
    return made.map(({ json }) => String(json['id']));
  }

  private async live({ member, client, random }: Reader): Promise<void> {
    const mine = { loans: [] as string[], holds: [] as string[] };
    while (!this.over) {
      const [method, path] = this.chooseCall(mine, random);
      const { status, json } = await this.call(member, client, method, path);
      const kind = path.endsWith('/loans') ? 'loans' : 'holds';
      if (path.startsWith('/api/titles/') && status < 300 && !mine[kind].includes(String(json['id']))) mine[kind].push(String(json['id']));
    }
  }

  private chooseCall(mine: { loans: string[]; holds: string[] }, random: Random): [string, string] {
    const title = `/api/titles/${random.pick(this.titles)}`;
    const [loan, hold] = [mine.loans.at(-1), mine.holds.at(-1)];
    if (loan !== undefined && random.chance(0.4)) return (mine.loans.pop(), ['POST', `/api/loans/${loan}/return`]);
    if (hold !== undefined && random.chance(0.3)) return (mine.holds.pop(), ['DELETE', `/api/holds/${hold}`]);
    return ['POST', random.chance(0.6) ? `${title}/loans` : `${title}/holds`];
  }

  private async call(member: number, client: ApiClient, method: string, path: string): Promise<Reply> {
    const key = randomUUID();
    for (let sent = 0; ; sent += 1) {
      const reply = await client.call(method, path, undefined, { 'idempotency-key': key }).catch(() => null);
      if (reply !== null && reply.status < 500 && reply.json['code'] !== 'idempotency-key-in-flight') {
        this.entries.push({ member, method, path, key, status: reply.status, json: reply.json });
        return reply;
      }
      if (reply !== null && reply.status >= 500 && reply.status !== 503) this.wrong.push(`${method} ${path} answered ${reply.status}`);
      if (sent === 0) this.againCount += 1;
      if (this.isAbandoned) return { status: 0, headers: new Headers(), json: {} };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
