import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { allContracts } from '@/lib/http/openapi';
import { aDeviceOf, call, everyCall, somebody, type Asked, type Person } from '../../support/every-call';
import { aHold, aLoan, aMember, aTitle, rowsOf } from '../../support/world';

jest.setTimeout(60_000);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const withIds = allContracts().filter(({ path }) => /\{(id|licenceId)\}/.test(path)).map(({ method, path }) => `${method} ${path}`);
/** Taking off one's list what is not on it, and taking back what is not announced, have their effect already. */
const harmless = new Set(['DELETE /api/titles/{id}/saved', 'DELETE /api/admin/maintenance/{id}']);
const answered = async (response: Response) => ({ status: response.status, said: (await response.json()) as { code?: string; title?: string; detail?: string } });

/** Bodies that would be taken if only the id were right. */
const bodies: Readonly<Record<string, object>> = {
  'PUT /api/holds/{id}/suspension': { until: null },
  'PUT /api/titles/{id}/reading': { position: { page: 1 }, savedAt: new Date().toISOString() },
  'POST /api/admin/holds/{id}/cancellation': { reason: 'Uji coba' },
  'POST /api/admin/holds/{id}/move': { reason: 'Uji coba' },
  'POST /api/admin/loans/{id}/revocation': { reason: 'Uji coba' },
  'PATCH /api/admin/members/{id}': { name: 'Nama' },
  'PUT /api/admin/members/{id}/block': { reason: 'Uji coba' },
  'PUT /api/admin/members/{id}/role': { role: 'member' },
  'PATCH /api/admin/titles/{id}': { title: 'Judul' },
  'PUT /api/admin/titles/{id}/copies': { count: 1 },
  'PUT /api/admin/titles/{id}/content': { uploadId: randomUUID() },
  'POST /api/admin/titles/{id}/withdrawal': { reason: 'Uji coba' },
  'POST /api/admin/titles/{id}/looks': { reason: 'Uji coba' },
  'POST /api/admin/titles/{id}/licences': { model: 'perpetual', copies: 1 },
  'POST /api/admin/titles/{id}/licences/{licenceId}/withdrawal': { reason: 'Uji coba' },
  'POST /api/admin/uploads/{id}/complete': { parts: [] },
};

function asked(name: string, by: Person, id: string): Asked {
  const params = Object.fromEntries([...name.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => [key, id]));
  const body = bodies[name];
  return { by, params, ...(body === undefined ? {} : { body }) };
}

describe('an id that is nobody’s, or no id at all, is not there', () => {
  test.each(withIds.filter((name) => !harmless.has(name)))('%s', async (name) => {
    const by = await somebody('admin');
    for (const id of [randomUUID(), 'x', '1', "' OR 1=1 --", `${randomUUID()}0`]) {
      const { status, said } = await answered(await call(name, asked(name, by, id)));
      expect({ id, status, code: said.code }).toEqual({ id, status: 404, code: 'not-found' });
    }
  });
});

type Owned = { readonly owner: Person; readonly loanId: string; readonly holdId: string; readonly sessionId: string };

/** A member with a loan, a place in a queue, and a device. */
async function aMemberWithThings(): Promise<Owned> {
  const owner = await somebody();
  const [mine, wanted] = [await aTitle(), await aTitle()];
  await aLoan(wanted, await aMember());
  const [loan, hold] = [await aLoan(mine, owner.memberId), await aHold(wanted, owner.memberId)];
  await aDeviceOf(owner.memberId);
  const [session] = await rowsOf<{ id: string }>('SELECT "id" FROM "Session" WHERE "memberId" = $1 ORDER BY "createdAt" DESC', [owner.memberId]);
  return { owner, loanId: loan.id, holdId: hold.id, sessionId: session?.id ?? '' };
}

const everythingOf = (memberId: string) =>
  Promise.all([
    rowsOf('SELECT * FROM "Loan" WHERE "memberId" = $1 ORDER BY "id"', [memberId]),
    rowsOf('SELECT * FROM "Hold" WHERE "memberId" = $1 ORDER BY "id"', [memberId]),
    rowsOf('SELECT "id", "endedAt" FROM "Session" WHERE "memberId" = $1 ORDER BY "id"', [memberId]),
  ]);

const ownThings: readonly (readonly [string, keyof Owned & string])[] = [
  ['GET /api/loans/{id}', 'loanId'], ['GET /api/loans/{id}/content', 'loanId'], ['POST /api/loans/{id}/renewals', 'loanId'], ['POST /api/loans/{id}/return', 'loanId'],
  ['DELETE /api/holds/{id}', 'holdId'], ['POST /api/holds/{id}/pass', 'holdId'], ['PUT /api/holds/{id}/suspension', 'holdId'], ['DELETE /api/holds/{id}/suspension', 'holdId'],
  ['DELETE /api/me/sessions/{id}', 'sessionId'],
];

describe('what is somebody else’s is not there either, and one cannot tell the two apart', () => {
  test('the list names every call on one’s own loans, holds and devices', () => {
    expect(ownThings.map(([name]) => name).sort()).toEqual(withIds.filter((name) => /\/api\/(loans|holds|me)\//.test(name)).sort());
  });

  test.each(ownThings)('%s', async (name, thing) => {
    const { owner, ...ids } = await aMemberWithThings();
    const before = await everythingOf(owner.memberId);
    const id = ids[thing as keyof typeof ids];
    // a librarian is a member like others where the call is a member's
    for (const role of ['member', 'librarian', 'admin'] as const) {
      const by = await somebody(role);
      const foreign = await answered(await call(name, asked(name, by, id)));
      const unknown = await answered(await call(name, asked(name, by, randomUUID())));
      expect(foreign).toEqual(unknown);
      expect([role, foreign.status]).toEqual([role, 404]);
    }
    expect(await everythingOf(owner.memberId)).toEqual(before);
  });

  test('and its owner finds it', async () => {
    const { owner, loanId, holdId } = await aMemberWithThings();
    expect((await call('GET /api/loans/{id}', { by: owner, params: { id: loanId } })).status).toBe(200);
    expect((await call('DELETE /api/holds/{id}', { by: owner, params: { id: holdId } })).status).toBe(200);
  });
});

describe('lists show one’s own only', () => {
  test('loans, holds, notices and devices of another member are in none of them', async () => {
    const { owner, loanId, holdId } = await aMemberWithThings();
    const stranger = await aMemberWithThings();
    for (const name of ['GET /api/loans', 'GET /api/holds', 'GET /api/notices', 'GET /api/me/sessions']) {
      const text = await (await call(name, { by: stranger.owner })).text();
      for (const id of [owner.memberId, loanId, holdId]) expect([name, text.includes(id)]).toEqual([name, false]);
    }
  });

  test('where somebody is in a book is told to nobody else', async () => {
    const reading = await everyCall['PUT /api/titles/{id}/reading']?.();
    const titleId = reading?.params?.['id'] ?? '';
    expect((await call('PUT /api/titles/{id}/reading', { ...reading, by: reading?.by ?? null })).status).toBe(200);
    const seen = await call('GET /api/titles/{id}/reading', { by: await somebody('admin'), params: { id: titleId } });
    expect(JSON.stringify(await seen.json())).not.toContain('"page":3');
  });

  test('a title tells who looks what is theirs, and never who else has it', async () => {
    const owner = await somebody('member', { name: 'Rahasia Sekali' });
    const titleId = await aTitle();
    await aLoan(titleId, owner.memberId);
    const [mine, others] = await Promise.all([owner, await somebody()].map(async (by) => (await (await call('GET /api/titles/{id}', { by, params: { id: titleId } })).json()) as { mine: { loan: object | null } }));
    expect(mine?.mine.loan).not.toBeNull();
    expect(others?.mine.loan).toBeNull();
    expect(JSON.stringify(others)).not.toMatch(/Rahasia|memberId/);
  });
});

describe('what is not published yet', () => {
  test.each(['GET /api/titles/{id}', 'POST /api/titles/{id}/loans', 'POST /api/titles/{id}/holds', 'PUT /api/titles/{id}/saved'])('is not there for members: %s', async (name) => {
    const { status } = await answered(await call(name, asked(name, await somebody(), await aTitle({ published: false }))));
    expect(status).toBe(404);
  });
});
