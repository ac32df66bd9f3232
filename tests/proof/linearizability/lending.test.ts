import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { aServer, type Server } from '../../support/a-server';
import { callers, judge, playTitle, told, type Call, type Caller } from '../../support/linearizability/clients';
import { inRounds, patienceMs, tell } from '../../support/rounds';
import { aTitle, rowsOf, setPolicy } from '../../support/world';
import { aMember } from '../../integration/members/a-member';
import { ApiClient } from '../../support/api-client';

// Two server processes on one PostgreSQL; the clockwork of neither sweeps by itself, so that each sweep is on record.
const servers: Server[] = [];
const teams: { readonly members: readonly Caller[]; readonly librarian: ApiClient }[] = [];
const titlesAtOnce = 3;
const members = 8;

beforeAll(async () => {
  await setPolicy({ loanLimit: 1000, holdLimit: 1000 });
  for (let count = 0; count < 2; count += 1) servers.push(await aServer({ RETURN_SCHEDULE: '0 0 1 1 *' }));
  for (let team = 0; team < titlesAtOnce; team += 1) teams.push({ members: await callers(members, servers[team % 2]?.url ?? ''), librarian: await aLibrarian(servers[team % 2]?.url ?? '') });
  // the first one builds the pages
}, patienceMs);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await closePool();
});

async function aLibrarian(url: string): Promise<ApiClient> {
  const { memberNumber, password } = await aMember({ role: 'librarian' });
  return ApiClient.loggedIn(memberNumber, password, url);
}

const seconds = (count: number) => ({ iso: `PT${count}S`, ms: count * 1000 });

test('what eight members and a librarian are told by two servers at once, the rules explain in one order', async () => {
  let calls = 0;
  let undecided = 0;
  const startedAt = Date.now();
  const rounds = await inRounds(
    { name: 'linearizability', of: `times ${titlesAtOnce} histories of ${members} members and a librarian on 2 servers`, inCi: { rounds: 12, withinMs: 60_000 }, inLong: { rounds: Math.ceil(2000 / titlesAtOnce) } },
    async (random) => {
      const sweeps: Call[] = [];
      const played = await Promise.all(
        teams.map(async (team) => {
          const [copies, loan, pickup] = [random.between(1, 2), seconds(random.between(1, 3)), seconds(random.between(1, 2))];
          const titleId = await aTitle({ copies, loanPeriod: loan.iso, pickupWindow: pickup.iso, content: true });
          const begunAt = Date.now();
          const history = await playTitle({ titleId, ...team, servers: servers.map(({ url }) => url), callsEach: 8, random, pauseAtMostMs: 700, sweeps });
          return { history, terms: { copies, loanPeriodMs: loan.ms, pickupWindowMs: pickup.ms }, begunAt };
        }),
      );
      for (const { history, terms, begunAt } of played) {
        const verdict = judge([...history, ...sweeps], terms, begunAt);
        calls += history.length;
        if (verdict.kind === 'undecided') undecided += 1;
        if (verdict.kind === 'violation') throw new Error(told(verdict));
      }
    },
  );
  tell(`linearizability: ${rounds * titlesAtOnce} histories, ${calls} calls, ${undecided} undecided`, startedAt);
  expect(rounds).toBeGreaterThan(0);
  // and the database says the same of itself
  expect(await rowsOf('SELECT "line", "detail" FROM "invariant_violations" LIMIT 5')).toEqual([]);
  expect((await pool().query('SELECT 1 FROM "Loan" LIMIT 1')).rowCount).toBe(1);
}, patienceMs);
