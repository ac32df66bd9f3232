import { afterAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ApiClient, aPublishedTitle } from '../support/api-client';
import { eventually } from '../support/eventually';
import { libraryDatabaseUrl, libraryUrl } from '../support/page';

const database = new pg.Pool({ connectionString: libraryDatabaseUrl, max: 2 });
afterAll(() => database.end());

/** A title with one copy that is lent for ten seconds: its own value stands before the policy (rule 6), and other tests keep their days. */
async function aTitleLentForTenSeconds(): Promise<string> {
  const titleId = await aPublishedTitle(1);
  await database.query(`UPDATE "Title" SET "loanPeriod" = 'PT10S' WHERE "id" = $1`, [titleId]);
  return titleId;
}

type Listed = { items: { id: string; kind: string; titleId: string; state: string; subject: string }[] };
const listOf = async (member: ApiClient, path: string) => (await member.call('GET', path)).json as unknown as Listed;

describe('a loan ends by itself while the library runs', () => {
  test('on the instant it was due; the copy is offered to the next in the queue; both are told; the next one borrows', async () => {
    const titleId = await aTitleLentForTenSeconds();
    const [first, next] = await Promise.all([ApiClient.newMember(), ApiClient.newMember()]);
    const { json: loan } = await first.call('POST', `/api/titles/${titleId}/loans`);
    expect((await next.call('POST', `/api/titles/${titleId}/holds`)).json).toMatchObject({ state: 'waiting', position: 1 });
    expect((await first.call('GET', `/api/loans/${String(loan['id'])}/content`)).status).toBe(200);

    // A GET never makes an offer: that it reads "ready" is the task's doing.
    const offered = await eventually(async () => (await listOf(next, '/api/holds')).items.find((hold) => hold.titleId === titleId && hold.state === 'ready'), { withinMs: 30_000 });

    const ended = await first.call('GET', `/api/loans/${String(loan['id'])}`);
    expect(ended.json).toMatchObject({ state: 'expired', endedAt: loan['dueAt'], renewable: false });
    expect(await first.call('GET', `/api/loans/${String(loan['id'])}/content`)).toMatchObject({ status: 410, json: { code: 'loan-ended' } });
    const written = await database.query<{ state: string; onTime: boolean; actor: string }>(
      `SELECT l."state", l."endedAt" = l."dueAt" AS "onTime", e."actorKind" AS "actor" FROM "Loan" l JOIN "LendingEvent" e ON e."loanId" = l."id" AND e."kind" = 'loan-ended' WHERE l."id" = $1`,
      [loan['id']],
    );
    expect(written.rows).toEqual([{ state: 'expired', onTime: true, actor: 'clock' }]);

    expect((await listOf(first, '/api/notices')).items.map(({ kind }) => kind)).toContain('loan-ended');
    expect((await listOf(next, '/api/notices')).items.filter(({ kind }) => kind === 'your-turn')).toHaveLength(1);
    expect((await next.call('POST', `/api/titles/${titleId}/loans`)).status).toBe(201);
    expect((await listOf(next, '/api/holds')).items.map(({ id }) => id)).not.toContain(offered.id);
  }, 90_000);

  test('and health says that the clockwork runs', async () => {
    const health = await fetch(`${libraryUrl}/api/health`);
    expect([health.status, ((await health.json()) as { cron: string }).cron]).toEqual([200, 'ok']);
  });
});
