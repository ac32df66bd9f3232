import { afterAll, expect, jest, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { timetable } from '@/lib/cron/timetable';
import { aTick } from '../../support/a-tick';
import { call, everyCall, somebody, type Asked } from '../../support/every-call';
import { reluctantClient, statementsOf, withoutAnIndex, type Statement } from '../../support/plans';
import { whoMayCall } from '../../support/who-may-call';
import { aHold, aLoan, aMember, aTitle } from '../../support/world';

jest.setTimeout(120_000);
afterAll(closePool);

async function expectIndexes(statements: readonly Statement[], atLeast: number): Promise<void> {
  expect(statements.length).toBeGreaterThan(atLeast);
  const client = await reluctantClient();
  try {
    expect(await withoutAnIndex(client, statements)).toEqual([]);
  } finally {
    await client.end();
  }
}

/** What is sent beside the call itself, to make it ready, does not count. */
async function statementsOfCalls(asked: readonly (readonly [string, Asked & { query?: string }])[]): Promise<readonly Statement[]> {
  await pool().query('TRUNCATE "RateLimit"');
  const failed: string[] = [];
  const statements = await statementsOf(async () => {
    for (const [name, request] of asked) {
      const { status } = await call(name, request);
      if (status >= 400) failed.push(`${name} answered ${status}`);
    }
  });
  expect(failed).toEqual([]);
  return statements;
}

// first: no task has anything to do yet, and asks all the same
test('every task of the timetable finds what is due by an index', async () => {
  const tasks = timetable().filter(({ task }) => task !== 'keep-nightly-backup');
  await expectIndexes(await statementsOf(async () => {
    for (const { run } of tasks) await run();
  }), 20);
});

test('every call that changes something finds what it needs by an index', async () => {
  const ready: [string, Asked][] = [];
  for (const [name, prepare] of Object.entries(everyCall)) ready.push([name, await prepare()]);
  await expectIndexes(await statementsOfCalls(ready), 100);
});

test('every call that only looks finds what it shows by an index', async () => {
  await aTick();
  const admin = await somebody('admin');
  const [titleId, otherId, memberId] = [await aTitle({ title: 'Sungai Kapuas' }), await aTitle(), await aMember()];
  const loan = await aLoan(titleId, admin.memberId);
  await aLoan(otherId, memberId);
  await aHold(otherId, admin.memberId);
  const idOf = (path: string) => (path.startsWith('/api/loans/') ? loan.id : path.startsWith('/api/admin/members/') ? memberId : titleId);
  // the file of a signed address and the parts of an upload have tests of their own
  const looks = whoMayCall.map(([name]) => name).filter((name) => name.startsWith('GET ') && !name.includes('/uploads/'));
  const queries: Record<string, readonly string[]> = {
    'GET /api/titles': ['', '?q=sungai', '?q=sngai', '?available=true&language=id&sort=title', '?sort=popular'],
    'GET /api/loans': ['?state=active', '?state=ended'],
    'GET /api/admin/loans': ['', '?state=active', '?state=ended', '?member=Anggota', '?title=sungai&from=2026-01-01&until=2027-01-01'],
    'GET /api/admin/members': ['', '?q=anggota', '?state=blocked'],
    'GET /api/admin/stats': ['?from=2026-01-01&until=2026-12-31'],
    'GET /api/admin/rekap': ['?month=2026-10'],
    'GET /api/admin/outages/preview': ['?from=2026-10-01T00:00:00Z&until=2026-10-02T00:00:00Z'],
  };
  const asked = looks.flatMap((name) => (queries[name] ?? ['']).map((query): [string, Asked & { query: string }] => [name, { by: admin, query, ...(name.includes('{id}') ? { params: { id: idOf(name.slice(4)) } } : {}) }]));
  await expectIndexes(await statementsOfCalls(asked), 30);
});
