import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { putObject } from '@/lib/adapters/s3/storage';
import { day, hour, minute } from '@/lib/domain/time';
import { ApiClient } from '../../support/api-client';
import { aServer, type Server } from '../../support/a-server';
import { eventually } from '../../support/eventually';
import { callers, judge, playTitle, told, type Call, type Caller } from '../../support/linearizability/clients';
import { inRounds, patienceMs } from '../../support/rounds';
import { aTitle, rowsOf, setPolicy } from '../../support/world';

// Two server processes whose own clocks go wrong; PostgreSQL's, the storage's and the test's are right.
const shifts = [0, 5 * minute, hour, 3 * day].flatMap((ms) => [ms, -ms]);
const servers: Server[] = [];
let team: readonly Caller[] = [];

beforeAll(async () => {
  await setPolicy({ loanLimit: 1000, holdLimit: 1000 });
  for (const shift of [5 * minute, -5 * minute]) servers.push(await aServer({ RETURN_SCHEDULE: '0 0 1 1 *', PINJAM_CLOCK_SHIFT: String(shift) }, { preload: 'shifted-clock.mjs' }));
  team = await callers(4, servers[0]?.url ?? '');
}, patienceMs);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await closePool();
});

test('however the clocks of the processes differ and jump, members are told what the rules say by the clock of the database', async () => {
  await inRounds({ name: 'clocks', of: 'histories of 4 members on 2 servers whose clocks jump', inCi: { rounds: 8, withinMs: 25_000 }, inLong: { rounds: 150 } }, async (random, round) => {
    const terms = { copies: 1, loanPeriodMs: 2000, pickupWindowMs: 1000 };
    const titleId = await aTitle({ copies: 1, loanPeriod: 'PT2S', pickupWindow: 'PT1S' });
    const jumping = setInterval(() => servers.forEach((server) => round > 0 && server.process.send({ shiftMs: random.pick(shifts) })), 150);
    const begunAt = Date.now();
    try {
      const sweeps: Call[] = [];
      const history = await playTitle({ titleId, members: team, servers: servers.map(({ url }) => url), callsEach: 8, random, pauseAtMostMs: 600, sweeps });
      const verdict = judge([...history, ...sweeps], terms, begunAt);
      if (verdict.kind === 'violation') throw new Error(told(verdict));
    } finally {
      clearInterval(jumping);
    }
  });
  expect(await rowsOf('SELECT "line", "detail" FROM "invariant_violations" LIMIT 5')).toEqual([]);
}, patienceMs);

test('nobody reads after dueAt, and everybody until then, whatever the server believes the time to be', async () => {
  const titleId = await aTitle({ loanPeriod: 'PT5S' });
  const [content] = await rowsOf<{ objectKey: string }>('SELECT "objectKey" FROM "Content" WHERE "titleId" = $1', [titleId]);
  await putObject(content?.objectKey ?? '', Buffer.from('%PDF-1.7'), { contentType: 'application/pdf' });
  const client = team[0]?.client ?? new ApiClient();
  const answered = (method: string, path: string) => eventually(async () => ((reply) => (reply.status < 500 ? reply : null))(await client.call(method, path)), { withinMs: 60_000 });
  const loan = await answered('POST', `/api/titles/${titleId}/loans`);
  const path = `/api/loans/${String(loan.json['id'])}/content`;
  const dueAt = Date.parse(String(loan.json['dueAt']));
  const urls: string[] = [];
  for (const [at, shiftMs] of [3 * day, -3 * day].entries()) {
    const server = servers[at];
    if (server === undefined) continue;
    server.process.send({ shiftMs });
    client.url = server.url;
    const opened = await answered('GET', path);
    // on a machine that took longer than the loan there is nothing to see
    if (opened.status === 410) continue;
    expect(Date.parse(String(opened.json['expiresAt']))).toBeLessThanOrEqual(dueAt);
    const url = String(opened.json['url']);
    const read = await fetch(url);
    expect(read.status === 200 || Date.now() >= dueAt).toBe(true);
    urls.push(url);
  }
  await eventually(() => Date.now() > dueAt, { withinMs: 60_000 });
  for (const { url } of servers) {
    client.url = url;
    expect((await answered('GET', path)).status).toBe(410);
  }
  for (const url of urls) expect((await fetch(url)).status).toBe(403);
  expect((await pool().query('SELECT 1 FROM "Loan" WHERE "titleId" = $1', [titleId])).rowCount).toBe(1);
}, patienceMs);
