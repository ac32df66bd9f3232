import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import { DELETE as erase, GET as readMe } from '@/app/api/me/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { Device } from '@/tests/support/device';
import { aLoan, aTitle, byMember } from '@/tests/support/world';
import { aMember, aMemberLoggedIn } from './a-member';

jest.setTimeout(60_000);
beforeEach(() => pool().query('TRUNCATE "RateLimit"'));
afterAll(closePool);

const rowsOf = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows;

test('deleting one’s account returns loans, releases offers, cancels holds, erases reading, and empties the row', async () => {
  const { member, device } = await aMemberLoggedIn({ name: 'Siti Rahasia', email: 'hapus@contoh.id', phone: '+6281233334444', guardianName: 'Ibu' });
  const [read, offered, wanted, lent] = [await aTitle(), await aTitle(), await aTitle(), await aTitle()];
  const past = await aLoan(read, member.id);
  await returnLoan(past.id, member.id, byMember(member.id));
  await aLoan(lent, member.id);
  const [holder, next] = [await aMember(), await aMember()];
  const held = await aLoan(offered, holder.id);
  await placeHold(offered, member.id, byMember(member.id));
  await placeHold(offered, next.id, byMember(next.id));
  await returnLoan(held.id, holder.id, byMember(holder.id));
  await aLoan(wanted, holder.id);
  await placeHold(wanted, member.id, byMember(member.id));
  await pool().query(`INSERT INTO "Reading" ("memberId", "titleId", "deviceId", "position", "savedAt") VALUES ($1, $2, 'd', '{"page":3}', lending_now())`, [member.id, read]);
  await pool().query(`INSERT INTO "SavedTitle" ("memberId", "titleId") VALUES ($1, $2)`, [member.id, read]);

  expect((await device.call('DELETE', erase)).status).toBe(204);

  expect((await device.call('GET', readMe)).status).toBe(401);
  expect((await new Device().logIn('hapus@contoh.id', member.password)).status).toBe(401);
  const everything = await rowsOf(`SELECT (SELECT json_agg(m) FROM "Member" m WHERE m."id" = $1)::text || coalesce((SELECT json_agg(a) FROM "AuditEntry" a)::text, '') AS "all"`, [member.id]);
  for (const trace of ['Siti Rahasia', 'hapus@contoh.id', '81233334444', 'Ibu', member.memberNumber, 'argon2']) expect(everything[0].all).not.toContain(trace);
  for (const table of ['Loan', 'Hold', 'Turnaway', 'Reading', 'SavedTitle', 'Message', 'Session', 'PasswordReset']) expect([table, await rowsOf(`SELECT 1 FROM "${table}" WHERE "memberId" = $1`, [member.id])]).toEqual([table, []]);

  // the copy that was set aside went to the next in line, the loaned one is free
  expect(await rowsOf(`SELECT "state" FROM "Hold" WHERE "memberId" = $1`, [next.id])).toEqual([{ state: 'ready' }]);
  expect(await rowsOf(`SELECT "state" FROM "Loan" WHERE "titleId" = $1`, [lent])).toEqual([{ state: 'returned' }]);
});

test('counts and replay hold: each past loan stays, under a random id of its own, and so does how many a month', async () => {
  const { member, device } = await aMemberLoggedIn();
  const titles = [await aTitle(), await aTitle(), await aTitle()];
  for (const titleId of titles) await returnLoan((await aLoan(titleId, member.id)).id, member.id, byMember(member.id));
  await device.call('DELETE', erase);
  const loans = await rowsOf(`SELECT "memberId", "pseudonym" FROM "Loan" WHERE "titleId" = ANY($1)`, [titles]);
  expect(loans.map(({ memberId }) => memberId)).toEqual([null, null, null]);
  expect(new Set([...loans.map(({ pseudonym }) => pseudonym), member.id]).size).toBe(4);
  expect(await rowsOf(`SELECT "loanCount" FROM "BorrowingMonth" WHERE "memberId" = $1`, [member.id])).toEqual([{ loanCount: 3 }]);
});

test('the last admin stays, with their loans', async () => {
  await pool().query(`UPDATE "Member" SET "role" = 'member' WHERE "role" = 'admin'`);
  const { member, device } = await aMemberLoggedIn({ role: 'admin' });
  const loan = await aLoan(await aTitle(), member.id);
  const answer = await device.call('DELETE', erase);
  expect([answer.status, (await answer.json()).code]).toEqual([409, 'last-admin']);
  expect(await rowsOf(`SELECT "state" FROM "Loan" WHERE "id" = $1`, [loan.id])).toEqual([{ state: 'active' }]);
});

test('nobody erases an account by a link on another site', async () => {
  const { device } = await aMemberLoggedIn();
  expect((await device.call('DELETE', erase, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
});
