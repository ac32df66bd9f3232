import { afterAll, describe, expect, test } from '@jest/globals';
import { GET as readTitle } from '@/app/api/titles/[id]/route';
import { GET as listTitles } from '@/app/api/titles/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { titleView } from '@/lib/http/views/titles';
import { titleSchema } from '@/lib/http/schemas/titles';
import type { Caller } from '@/lib/domain/members/caller';
import { saveTitle } from '@/lib/operations/catalogue/save-title';
import { seeTitle } from '@/lib/operations/catalogue/see-title';
import { unsaveTitle } from '@/lib/operations/catalogue/unsave-title';
import { seeShelf } from '@/lib/operations/lending/see-shelf';
import { aHold, aLoan, aMember, aQueueOf, aTitle } from '@/tests/support/world';

afterAll(closePool);

const as = (memberId: string, role: Caller['role'] = 'member'): Caller => ({ memberId, memberNumber: 'PJ000001', name: 'Siti', role, sessionId: memberId });
const call = async (path: string, id?: string) => {
  const request = new Request(`http://localhost:3000${path}`);
  return id === undefined ? listTitles(request, { params: Promise.resolve({}) }) : readTitle(request, { params: Promise.resolve({ id }) });
};
async function seen(titleId: string, caller: Caller | null) {
  const outcome = await seeTitle(titleId, caller);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe('GET /api/titles/{id} tells the contract’s fields', () => {
  test('to anybody, with what a walk-in can have', async () => {
    const id = await aTitle({ title: 'Bumi <script>', copies: 2 });
    await aLoan(id, await aMember());
    const response = await call(`/api/titles/${id}`, id);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      id, title: 'Bumi <script>', format: 'pdf', pages: 10, sizeBytes: 1000, loanPeriod: 'P3D', copies: { total: 2, available: 1, simultaneousUse: false }, holds: { total: 0 }, mine: { loan: null, hold: null },
    });
  });

  test('to a member with their own loan or hold, which nobody else sees', async () => {
    const id = await aTitle({ copies: 1 });
    const reader = await aMember();
    await aLoan(id, reader);
    await aQueueOf(1, id);
    const waiter = await aMember();
    await aHold(id, waiter);
    const loan = JSON.parse(JSON.stringify(titleView(await seen(id, as(reader)))));
    const hold = JSON.parse(JSON.stringify(titleView(await seen(id, as(waiter)))));
    expect(titleSchema.safeParse(loan).success).toBe(true);
    expect(loan).toMatchObject({ holds: { total: 2 }, mine: { loan: { state: 'active', renewable: false }, hold: null } });
    expect(hold).toMatchObject({ mine: { loan: null, hold: { state: 'waiting', position: 2 } } });
  });

  test.each(['nonsense', '00000000-0000-4000-8000-000000000000', '..%2f', "1' OR 1=1"])('an unknown id answers 404: %s', async (id) => {
    expect((await call(`/api/titles/x`, id)).status).toBe(404);
  });
});

describe('a title that is not for lending', () => {
  test('a draft is there for staff only', async () => {
    const id = await aTitle({ published: false });
    expect(await seeTitle(id, null)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(await seeTitle(id, as(await aMember()))).toMatchObject({ ok: false });
    expect(await seeTitle(id, as(await aMember({ role: 'librarian' }), 'librarian'))).toMatchObject({ ok: true });
  });

  test('a withdrawn one stays in sight of who still has it on loan', async () => {
    const id = await aTitle({ copies: 1 });
    const reader = await aMember();
    await aLoan(id, reader);
    await pool().query(`UPDATE "Title" SET "withdrawnAt" = lending_now(), "withdrawnReason" = 'x' WHERE "id" = $1`, [id]);
    expect(await seeTitle(id, null)).toMatchObject({ ok: false });
    expect((await seen(id, as(reader))).lending.action.kind).toBe('read');
  });
});

describe('GET /api/titles', () => {
  test('answers a page, its total and facets', async () => {
    await aTitle({ title: 'Kopi Arabika', subjects: ['Pertanian'] });
    const json = await (await call('/api/titles?q=kopi&facets=true')).json();
    expect(json).toMatchObject({ total: 1, totalIsExact: true, near: false, nextCursor: null, facets: { subjects: [{ value: 'Pertanian', count: 1 }] } });
    expect(json.items[0]).toMatchObject({ title: 'Kopi Arabika', copies: { total: 1, available: 1 }, holds: { total: 0 }, coverUrl: null });
  });

  test('goes on with its cursor to the end, and refuses one that was tampered with', async () => {
    const seenIds: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 50; page += 1) {
      const json: { items: { id: string }[]; nextCursor: string | null } = await (await call(`/api/titles?limit=2&sort=title${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)).json();
      seenIds.push(...json.items.map(({ id }) => id));
      cursor = json.nextCursor;
    }
    expect(new Set(seenIds).size).toBe(seenIds.length);
    expect((await call('/api/titles?cursor=abc')).status).toBe(422);
    expect(await (await call('/api/titles?cursor=e30')).json()).toMatchObject({ code: 'bad-cursor' });
  });

  test.each([['limit=0', 422], ['limit=101', 422], ['limit=x', 422], ['sort=sideways', 422], ['available=maybe', 422], [`q=${'a'.repeat(10_000)}`, 200], ['q=%00', 200], ['q=%F0%9F%98', 200]])('?%s', async (query, status) => {
    expect((await call(`/api/titles?${query}`)).status).toBe(status);
  });
});

describe('a member’s shelf', () => {
  test('holds what runs with the page reached, queues, saved titles and what ended; and nothing of others', async () => {
    const me = await aMember();
    const [read, queued, saved, past] = [await aTitle({ title: 'Dibaca' }), await aTitle({ title: 'Diantre' }), await aTitle({ title: 'Disimpan' }), await aTitle({ title: 'Dulu' })];
    await aLoan(read, me);
    await pool().query(`INSERT INTO "Reading" ("memberId", "titleId", "deviceId", "position", "savedAt") VALUES ($1, $2, 'hp', '{"page": 4}', lending_now())`, [me, read]);
    await aLoan(queued, await aMember());
    await aHold(queued, me);
    expect((await saveTitle(saved, me)).ok).toBe(true);
    await saveTitle(saved, me);
    await aLoan(past, me, { at: new Date(Date.now() - 10 * 86_400_000) });

    const shelf = await seeShelf(me, null);
    expect(shelf.loans.map(({ title, place }) => [title, place?.page, place?.pages])).toEqual([['Dibaca', 4, 10]]);
    expect(shelf.holds.map(({ title, position }) => [title, position])).toEqual([['Diantre', 1]]);
    expect(shelf.saved.map(({ title }) => title)).toEqual(['Disimpan']);
    expect(shelf.ended.items.map(({ title, state }) => [title, state])).toEqual([['Dulu', 'expired']]);

    await unsaveTitle(saved, me);
    await unsaveTitle(saved, me);
    expect((await seeShelf(me, null)).saved).toEqual([]);
    expect(await seeShelf(await aMember(), null)).toMatchObject({ loans: [], holds: [], saved: [], ended: { items: [] } });
  });

  test('a title that is not there cannot be saved', async () => {
    expect(await saveTitle('00000000-0000-4000-8000-000000000000', await aMember())).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});
