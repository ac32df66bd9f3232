import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DELETE as unblock, PUT as block } from '@/app/api/admin/members/[id]/block/route';
import { POST as issueCode } from '@/app/api/admin/members/[id]/reset-code/route';
import { PUT as changeRole } from '@/app/api/admin/members/[id]/role/route';
import { DELETE as erase, GET as read, PATCH as change } from '@/app/api/admin/members/[id]/route';
import { POST as register, GET as search } from '@/app/api/admin/members/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { changeCategoryPolicy } from '@/lib/operations/policy/change-category-policy';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { Device } from '@/tests/support/device';
import { aLoan, aTitle, byMember } from '@/tests/support/world';
import { aMember, aMemberLoggedIn, type TestMember } from './a-member';

jest.setTimeout(60_000);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const aLibrarian = async () => (await aMemberLoggedIn({ name: 'Nurul Huda', role: 'librarian' })).device;
const about = ({ id }: { id: string }, json?: unknown) => ({ params: { id }, json });

describe('who may', () => {
  test('a member finds no desk, and neither does anybody unknown', async () => {
    const { member, device } = await aMemberLoggedIn();
    expect((await device.call('GET', search)).status).toBe(403);
    expect((await device.call('PUT', block, about(member, { reason: 'x' }))).status).toBe(403);
    expect((await new Device().call('GET', read, about(member))).status).toBe(401);
  });

  test('a librarian looks after members, not after staff; an admin after all', async () => {
    const librarian = await aLibrarian();
    const admin = await aMember({ name: 'Ahmad', role: 'admin' });
    for (const refused of [librarian.call('POST', issueCode, about(admin)), librarian.call('PUT', block, about(admin, { reason: 'x' })), librarian.call('PATCH', change, about(admin, { email: 'curi@contoh.id' })), librarian.call('PUT', changeRole, about(admin, { role: 'member' }))])
      expect((await refused).status).toBe(403);
    const other = await aMemberLoggedIn({ role: 'admin' });
    expect((await other.device.call('POST', issueCode, about(admin))).status).toBe(201);
  });

  test('an id that is none, or nobody’s, is not found', async () => {
    const librarian = await aLibrarian();
    for (const id of ['x', crypto.randomUUID()]) {
      expect((await librarian.call('GET', read, { params: { id } })).status).toBe(404);
      expect((await librarian.call('PUT', block, { params: { id }, json: { reason: 'x' } })).status).toBe(404);
    }
  });
});

describe('finding people', () => {
  test('by any part of name, number, e-mail or telephone, in any case; a percent sign is a percent sign', async () => {
    const librarian = await aLibrarian();
    const zulkifli = await aMember({ name: 'Zulkifli Banjarmasin 100%', email: 'zul.unik@contoh.id', phone: '+6281299998888' });
    const found = async (q: string) => ((await (await librarian.call('GET', search, { path: `/?${new URLSearchParams({ q })}` })).json()) as { items: { id: string }[] }).items.map(({ id }) => id);
    for (const q of ['zulkifli', 'BANJAR zul', 'Zul.Unik@', zulkifli.memberNumber.toLowerCase(), zulkifli.memberNumber.replace('PJ', 'PJ '), '0812-9999-8888', '+62 812 9999', '100%']) expect([q, await found(q)]).toEqual([q, [zulkifli.id]]);
    for (const q of ['%', '_', "'; DROP TABLE \"Member\"; --", 'x'.repeat(200)]) expect(Array.isArray(await found(q))).toBe(true);
    expect(await found('Zulkifli tidak')).toEqual([]);
  });

  test('page by page, everybody once, by name; a cursor that was tampered with is refused', async () => {
    const librarian = await aLibrarian();
    for (const name of ['Halaman C', 'halaman a', 'Halaman B', 'Halaman a', 'halaman D']) await aMember({ name });
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ q: 'halaman', limit: '2', ...(cursor === null ? {} : { cursor }) });
      const page = (await (await librarian.call('GET', search, { path: `/?${query}` })).json()) as { items: { name: string }[]; nextCursor: string | null };
      names.push(...page.items.map(({ name }) => name.toLowerCase()));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(names).toEqual(['halaman a', 'halaman a', 'halaman b', 'halaman c', 'halaman d']);
    expect((await librarian.call('GET', search, { path: '/?cursor=eyJuYW1lIjoxfQ' })).status).toBe(422);
  });
});

describe('at the desk', () => {
  test('somebody is registered with a first password, and logs in with it', async () => {
    const librarian = await aLibrarian();
    const made = await librarian.call('POST', register, { json: { name: 'Pelajar', password: 'pertama-kali-1', category: 'pelajar', validUntil: '2030-01-01' } });
    const member = await made.json();
    expect([made.status, member.category, member.validUntil]).toEqual([201, 'pelajar', '2029-12-31T16:00:00.000Z']);
    expect((await new Device().logIn(member.memberNumber, 'pertama-kali-1')).status).toBe(200);
  });

  test('the profile is corrected; an address seen to be right is verified in the same call', async () => {
    const librarian = await aLibrarian();
    const member = await aMember({ name: 'Salah Tulis' });
    const answer = await librarian.call('PATCH', change, about(member, { name: 'Betul Tulis', email: 'betul@contoh.id', emailVerified: true, validUntil: null }));
    expect(await answer.json()).toMatchObject({ name: 'Betul Tulis', email: 'betul@contoh.id', emailVerifiedAt: expect.any(String), validUntil: null });
  });

  test('running loans are seen, with the queue; past ones within the retention period', async () => {
    const librarian = await aLibrarian();
    const member = await aMember();
    const [running, past, wanted] = [await aTitle(), await aTitle({ title: 'Sudah Dibaca' }), await aTitle()];
    await aLoan(running, member.id);
    const loan = await aLoan(past, member.id);
    await returnLoan(loan.id, member.id, byMember(member.id));
    await aLoan(wanted, await strangerId());
    await placeHold(wanted, member.id, byMember(member.id));
    const seen = await (await librarian.call('GET', read, about(member))).json();
    expect([seen.running.length, seen.past.length, seen.queued.length]).toEqual([1, 1, 1]);
    expect(seen.past[0].title).toBe('Sudah Dibaca');
  });

  test('which lengths and limits apply to a member is told with who said each', async () => {
    const librarian = await aLibrarian();
    const [admin, member] = [await aMember({ role: 'admin' }), await aMember()];
    await changeCategoryPolicy({ category: 'guru', loanPeriod: 'P14D', loanLimit: 9, holdLimit: null, pickupWindow: null, renewalLimit: 0, renewalWindow: null }, admin.id);
    await librarian.call('PATCH', change, about(member, { category: 'guru' }));
    const { terms, limits } = await (await librarian.call('GET', read, about(member))).json();
    const said = (value: unknown, because: string) => ({ value, because });
    expect(terms).toEqual({
      loanPeriod: said('P14D', 'category'), pickupWindow: said('P1D', 'default'), renewalLimit: said(0, 'category'), renewalWindow: said('P1D', 'default'),
      loanLimit: said(9, 'category'), holdLimit: said(5, 'default'),
    });
    expect([limits.loanLimit, limits.holdLimit]).toEqual([9, 5]);
  });
});

describe('a block', () => {
  const readyMember = async (): Promise<{ member: TestMember; next: TestMember; titleId: string }> => {
    const titleId = await aTitle();
    const [holder, member, next] = [await strangerId(), await aMember(), await aMember()];
    const loan = await aLoan(titleId, holder);
    await placeHold(titleId, member.id, byMember(member.id));
    await placeHold(titleId, next.id, byMember(next.id));
    await returnLoan(loan.id, holder, byMember(holder));
    return { member, next, titleId };
  };
  const stateOf = async (memberId: string) => (await pool().query<{ state: string }>('SELECT "state" FROM "Hold" WHERE "memberId" = $1', [memberId])).rows[0]?.state;

  test('withdraws a running offer at once: the copy goes to the next, the place is kept', async () => {
    const librarian = await aLibrarian();
    const { member, next } = await readyMember();
    expect([await stateOf(member.id), await stateOf(next.id)]).toEqual(['ready', 'waiting']);
    const answer = await librarian.call('PUT', block, about(member, { reason: 'Buku hilang' }));
    expect(await answer.json()).toMatchObject({ standing: { blocked: true, blockedReason: 'Buku hilang', blockedUntil: null } });
    expect([await stateOf(member.id), await stateOf(next.id)]).toEqual(['waiting', 'ready']);
  });

  test('stops borrowing till it is lifted or ends by the clock', async () => {
    const librarian = await aLibrarian();
    const member = await aMember();
    const titleId = await aTitle();
    await librarian.call('PUT', block, about(member, { reason: 'Alasan', until: '2099-01-01' }));
    expect(await borrowTitle(titleId, member.id, byMember(member.id))).toMatchObject({ ok: false, refusal: { code: 'member-blocked' } });
    expect((await librarian.call('DELETE', unblock, about(member))).status).toBe(200);
    expect((await librarian.call('DELETE', unblock, about(member))).status).toBe(200);
    expect(await borrowTitle(titleId, member.id, byMember(member.id))).toMatchObject({ ok: true });
  });

  test('needs a reason and an end that has not passed', async () => {
    const librarian = await aLibrarian();
    const member = await aMember();
    for (const json of [{}, { reason: '  ' }, { reason: 'x', until: '2020-01-01' }, { reason: 'x', until: 'besok' }]) expect((await librarian.call('PUT', block, about(member, json))).status).toBe(422);
  });

  test('lifted, a copy that lay free for this member is offered now', async () => {
    const librarian = await aLibrarian();
    const { member, next } = await readyMember();
    await librarian.call('PUT', block, about(member, { reason: 'x' }));
    await librarian.call('PUT', block, about(next, { reason: 'x' }));
    expect(await stateOf(next.id)).toBe('waiting');
    await librarian.call('DELETE', unblock, about(member));
    expect(await stateOf(member.id)).toBe('ready');
  });

  test('is in the audit with who did it, without a name', async () => {
    const { member: nurul, device } = await aMemberLoggedIn({ name: 'Nurul', role: 'librarian' });
    const member = await aMember({ name: 'Rahasia Sekali' });
    await device.call('PUT', block, about(member, { reason: 'x' }));
    const { rows } = await pool().query(`SELECT "actorId", "actorKind", "channel", "action", "facts"::text FROM "AuditEntry" WHERE "subjectId" = $1 AND "action" = 'blocked'`, [member.id]);
    expect(rows).toEqual([{ actorId: nurul.id, actorKind: 'librarian', channel: 'desk', action: 'blocked', facts: '{"until": null}' }]);
  });
});

describe('deleting an account at the desk', () => {
  test('does what the member’s own button does, and the audit says who did it, without a name', async () => {
    const { device: librarian, member: clerk } = await aMemberLoggedIn({ role: 'librarian' });
    const { member, device } = await aMemberLoggedIn({ name: 'Minta Dihapus' });
    const titleId = await aTitle();
    await aLoan(titleId, member.id);
    expect((await librarian.call('DELETE', erase, about(member))).status).toBe(204);
    expect((await librarian.call('GET', read, about(member))).status).toBe(404);
    expect((await new Device().logIn(member.memberNumber, member.password)).status).toBe(401);
    expect((await device.call('GET', read, about(member))).status).toBe(401);
    expect((await borrowTitle(titleId, clerk.id, byMember(clerk.id))).ok).toBe(true);
    const { rows } = await pool().query(`SELECT a::text AS "entry" FROM "AuditEntry" a WHERE "subjectId" = $1 AND "action" = 'erased'`, [member.id]);
    expect(rows).toHaveLength(1);
    expect(rows[0].entry).toContain(clerk.id);
    expect(rows[0].entry).not.toContain('Minta Dihapus');
  });

  test('is a librarian’s for members, an admin’s for staff, nobody’s for the last admin, and never a member’s', async () => {
    const librarian = await aLibrarian();
    const colleague = await aMember({ role: 'librarian' });
    const { device: stranger } = await aMemberLoggedIn();
    expect((await librarian.call('DELETE', erase, about(colleague))).status).toBe(403);
    expect((await stranger.call('DELETE', erase, about(colleague))).status).toBe(403);
    expect((await librarian.call('DELETE', erase, about({ id: crypto.randomUUID() }))).status).toBe(404);
    const { device: admin } = await aMemberLoggedIn({ role: 'admin' });
    expect((await admin.call('DELETE', erase, about(colleague))).status).toBe(204);
  });
});

describe('roles', () => {
  test('an admin makes a librarian, who may at once; the library keeps an admin', async () => {
    await pool().query(`UPDATE "Member" SET "role" = 'member' WHERE "role" = 'admin'`);
    const { member: admin, device } = await aMemberLoggedIn({ role: 'admin' });
    const { member, device: theirs } = await aMemberLoggedIn();
    expect((await theirs.call('GET', search)).status).toBe(403);
    expect((await device.call('PUT', changeRole, about(member, { role: 'librarian' }))).status).toBe(200);
    expect((await theirs.call('GET', search)).status).toBe(200);
    const last = await device.call('PUT', changeRole, about(admin, { role: 'member' }));
    expect([last.status, (await last.json()).code]).toEqual([409, 'last-admin']);
  });
});

async function strangerId(): Promise<string> {
  return (await aMember({ name: 'Orang Lain' })).id;
}
