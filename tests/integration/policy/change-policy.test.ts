import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GET as readPolicy, PUT as changePolicy } from '@/app/api/admin/policy/route';
import { closePool } from '@/lib/adapters/postgres/pool';
import { listPolicyChanges } from '@/lib/operations/policy/list-policy-changes';
import { aMemberLoggedIn } from '@/tests/integration/members/a-member';
import { Device } from '@/tests/support/device';
import { aLoan, aMember, aTitle, rowsOf } from '@/tests/support/world';

type PolicyJson = Record<string, unknown> & { loanPeriod: string; errors?: { path: string; message: string }[] };
let admin: Device;
let adminId: string;

beforeAll(async () => {
  const { device, member } = await aMemberLoggedIn({ role: 'admin', name: 'Hj. Noor' });
  admin = device;
  adminId = member.id;
});
afterAll(closePool);

const read = async () => (await (await admin.call('GET', readPolicy)).json()) as PolicyJson;
const put = (json: unknown, headers = {}) => admin.call('PUT', changePolicy, { json, headers });

describe('the policy belongs to admins', () => {
  test.each([
    ['nobody', 401, async () => new Device()],
    ['a member', 403, async () => (await aMemberLoggedIn()).device],
    ['a librarian', 403, async () => (await aMemberLoggedIn({ role: 'librarian' })).device],
  ] as const)('%s gets %d', async (_, status, device) => {
    const caller = await device();
    expect((await caller.call('GET', readPolicy)).status).toBe(status);
    expect((await caller.call('PUT', changePolicy, { json: {} })).status).toBe(status);
  });
});

describe('PUT takes back what GET gives', () => {
  test('as it is: nothing changes, no row, no audit', async () => {
    const before = await read();
    const answer = await put(before);
    expect([answer.status, await answer.json()]).toEqual([200, before]);
    expect(await rowsOf('SELECT 1 FROM "Policy"')).toHaveLength(1);
    expect(await rowsOf(`SELECT 1 FROM "AuditEntry" WHERE "action" = 'policy-changed'`)).toHaveLength(0);
  });

  test.each([
    ['loanPeriod', 'PT5S'],
    ['loanLimit', 2],
    ['holdLimit', 0],
    ['pickupWindow', 'P30D'],
    ['renewalLimit', 3],
    ['renewalWindow', 'P7D'],
    ['retention', 'P365D'],
    ['unverifiedLimits', { loanLimit: 1, holdLimit: 1 }],
    ['unverifiedLimits', null],
    ['loanPeriod', 'P3D'],
  ])('with %s changed to %j', async (field, value) => {
    const before = await read();
    const answer = await put({ ...before, [field]: value });
    expect(answer.status).toBe(200);
    expect(await read()).toEqual({ ...before, [field]: value, changedAt: expect.any(String) });
  });

  test('each change is a new row and an audit entry that says what and by whom, without names', async () => {
    const before = await read();
    await put({ ...before, loanLimit: 7 });
    const [entry] = await rowsOf<{ actorId: string; facts: unknown }>(`SELECT * FROM "AuditEntry" WHERE "action" = 'policy-changed' ORDER BY "id" DESC LIMIT 1`);
    expect(entry).toMatchObject({ actorId: adminId, subject: 'policy', facts: { loanLimit: { before: before['loanLimit'], after: 7 } } });
    expect((await listPolicyChanges(1))[0]).toMatchObject({ changedBy: 'Hj. Noor', difference: { loanLimit: { after: 7 } } });
  });

  test('a change moves no stored due time; the next loan has the new period', async () => {
    const titleId = await aTitle({ copies: 2 });
    const loan = await aLoan(titleId, await aMember());
    await put({ ...(await read()), loanPeriod: 'P14D' });
    expect(await rowsOf('SELECT "dueAt" FROM "Loan" WHERE "id" = $1', [loan.id])).toEqual([{ dueAt: loan.dueAt }]);
    const next = await aLoan(titleId, await aMember());
    expect(Math.round((next.dueAt.getTime() - next.borrowedAt.getTime()) / 3_600_000)).toBe(14 * 24);
  });
});

describe('what cannot apply is refused, and nothing changes', () => {
  test.each([
    ['loanPeriod', 'P1M', /Bulan dan tahun tidak tetap/],
    ['retention', 'P1Y', /Bulan dan tahun tidak tetap/],
    ['pickupWindow', 'PT4S', /Paling singkat 5 detik/],
    ['renewalWindow', '3 hari', /Bukan lama waktu/],
    ['loanLimit', 1.5, /bilangan bulat/],
    ['unverifiedLimits', { loanLimit: -1, holdLimit: 1 }, /bilangan bulat/],
  ])('%s %j', async (field, value, message) => {
    const before = await read();
    const answer = await put({ ...before, [field]: value });
    const problem = (await answer.json()) as PolicyJson;
    expect(answer.status).toBe(422);
    expect(problem.errors?.[0]?.path).toMatch(new RegExp(`^${field}`));
    expect(problem.errors?.[0]?.message).toMatch(message);
    expect(await read()).toEqual(before);
  });

  test('in English too', async () => {
    const answer = await put({ ...(await read()), loanPeriod: 'P1M' }, { cookie: `${[...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ')}; pinjam-locale=en` });
    expect(((await answer.json()) as PolicyJson).errors?.[0]?.message).toMatch(/Months and years have no fixed length/);
  });

  test('a value that is missing or of another kind', async () => {
    const { loanLimit: _, ...rest } = await read();
    expect((await put(rest)).status).toBe(422);
    expect((await put({ ...rest, loanLimit: '5' })).status).toBe(422);
    expect((await put([])).status).toBe(422);
  });
});
