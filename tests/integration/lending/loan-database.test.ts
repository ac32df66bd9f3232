import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GET as listLoans } from '@/app/api/admin/loans/route';
import { POST as revoke } from '@/app/api/admin/loans/[id]/revocation/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { readAnyLoan } from '@/lib/operations/lending/read-any-loan';
import { aMemberLoggedIn } from '@/tests/integration/members/a-member';
import { Device } from '@/tests/support/device';
import { aLoan, aMember, aTitle, byMember, rowsOf } from '@/tests/support/world';

type Item = { id: string; title: string; state: string; borrowedAt: string; endedAt: string | null; member: { id: string; memberNumber: string; name: string } | null };
type Page = { items: Item[]; nextCursor: string | null; now: string };

let librarian: Device;
const hoursAgo = (hours: number) => ({ at: new Date(Date.now() - hours * 3_600_000) });

beforeAll(async () => {
  librarian = (await aMemberLoggedIn({ role: 'librarian' })).device;
});
afterAll(closePool);

const ask = (query = '', device = librarian) => device.call('GET', listLoans, { path: `/api/admin/loans?${query}` });
const page = async (query = '') => (await (await ask(query)).json()) as Page;

describe('who sees the loan database', () => {
  test('librarians, no member, nobody unknown', async () => {
    expect((await ask('', new Device())).status).toBe(401);
    expect((await ask('', (await aMemberLoggedIn()).device)).status).toBe(403);
    expect((await ask('', (await aMemberLoggedIn({ role: 'admin' })).device)).status).toBe(200);
  });
});

describe('every loan, now and past', () => {
  let running: string, overdue: string, returned: string, siti: string;

  beforeAll(async () => {
    siti = await aMember({ name: 'Siti Aminah' });
    const budi = await aMember({ name: 'Budi 100%_Santoso' });
    running = (await aLoan(await aTitle({ title: 'Sungai Martapura' }), siti, hoursAgo(2))).id;
    // past its dueAt, and no task has run
    overdue = (await aLoan(await aTitle({ title: 'Laskar Pelangi' }), siti, hoursAgo(80))).id;
    returned = (await aLoan(await aTitle({ title: 'Bumi Manusia' }), budi, hoursAgo(50))).id;
    await returnLoan(returned, budi, byMember(budi), hoursAgo(40));
  });

  const ids = async (query: string) => (await page(query)).items.map(({ id }) => id);

  test('newest first, with the member and the state that time has decided', async () => {
    const { items } = await page();
    expect(items.map(({ id, state }) => [id, state])).toEqual([[running, 'active'], [returned, 'returned'], [overdue, 'expired']]);
    expect(items[0]?.member?.name).toBe('Siti Aminah');
    expect(items[2]?.endedAt).toBe(new Date(Math.ceil((Date.parse(items[2]?.borrowedAt ?? '') + 72 * 3_600_000) / 1000) * 1000).toISOString());
    expect(await rowsOf('SELECT "state" FROM "Loan" WHERE "id" = $1', [overdue])).toEqual([{ state: 'active' }]);
  });

  test.each([
    ['state=active', () => [running]],
    ['state=expired', () => [overdue]],
    ['state=returned', () => [returned]],
    ['state=ended', () => [returned, overdue]],
    ['state=', () => [running, returned, overdue]],
    ['member=aminah', () => [running, overdue]],
    ['member=100%25_', () => [returned]],
    ['member=%25', () => [returned]],
    ['title=pelangi', () => [overdue]],
    ['title=tidak+ada', () => []],
    ['state=ended&member=siti', () => [overdue]],
  ])('filtered by %s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected());
  });

  test('filtered by a member’s id or number and a title’s id', async () => {
    const [first] = (await page('member=aminah&state=active')).items;
    expect(await ids(`member=${siti}`)).toEqual([running, overdue]);
    expect(await ids(`member=${first?.member?.memberNumber}`)).toEqual([running, overdue]);
    expect(await ids(`title=${(await rowsOf<{ titleId: string }>('SELECT "titleId" FROM "Loan" WHERE "id" = $1', [returned]))[0]?.titleId}`)).toEqual([returned]);
  });

  test('a page at a time, nothing twice and nothing left out', async () => {
    const first = await page('limit=2');
    const second = await page(`limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([running, returned, overdue]);
    expect(second.nextCursor).toBeNull();
  });

  test('ended loans a page at a time, those that ran out between those that came home', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor } = await page(`state=ended&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen).toEqual([returned, overdue]);
  });

  test('a whole number names its one member, its beginning all whose numbers begin so', async () => {
    const longer = await aMember({ name: 'Tono' });
    const number = (await rowsOf<{ memberNumber: string }>('SELECT "memberNumber" FROM "Member" WHERE "id" = $1', [siti]))[0]?.memberNumber ?? '';
    await pool().query('UPDATE "Member" SET "memberNumber" = $2 WHERE "id" = $1', [longer, `${number}7`]);
    const loan = (await aLoan(await aTitle({ title: 'Ronggeng Dukuh Paruk' }), longer, hoursAgo(100))).id;
    expect(await ids(`member=${number}`)).toEqual([running, overdue]);
    expect(await ids(`member=${number.slice(0, -1)}`)).toEqual([running, overdue, loan]);
    await pool().query('DELETE FROM "Loan" WHERE "id" = $1', [loan]);
  });

  test('a number is found as the card prints it, in groups', async () => {
    await pool().query(`UPDATE "Member" SET "memberNumber" = 'ZZ000123' WHERE "id" = $1`, [siti]);
    expect(await ids('member=zz+000+123')).toEqual([running, overdue]);
  });

  test.each(['cursor=abc', 'limit=0', 'limit=101', 'state=lost', 'from=kemarin', 'from=2026-02-30', 'format=xml'])('%s is refused with 422', async (query) => {
    expect((await ask(query)).status).toBe(422);
  });

  test('what is wrong is said in the caller’s language', async () => {
    const said = async (locale: string) => {
      const cookie = [...librarian.cookies, ['pinjam-locale', locale]].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await librarian.call('GET', listLoans, { path: '/api/admin/loans?limit=0', headers: { cookie } });
      return ((await answer.json()) as { errors: { path: string; message: string }[] }).errors[0];
    };
    expect(await said('id')).toMatchObject({ path: 'limit', message: expect.stringMatching(/^Terlalu kecil/) });
    expect(await said('en')).toMatchObject({ path: 'limit', message: expect.stringMatching(/^Too small/) });
  });

  test('a search of 10,000 characters is refused, not run', async () => {
    expect((await ask(`member=${'a'.repeat(10_000)}`)).status).toBe(422);
  });

  test('a day of the filter is a day of WITA, counted whole; an instant is exact', async () => {
    const title = await aTitle({ copies: 9, title: 'Batas Hari' });
    const at = (text: string) => ({ at: new Date(text) });
    const beforeMidnight = (await aLoan(title, await aMember(), at('2026-03-09T15:59:59.999Z'))).id;
    const midnight = (await aLoan(title, await aMember(), at('2026-03-09T16:00:00.000Z'))).id;
    const lastMoment = (await aLoan(title, await aMember(), at('2026-03-10T15:59:59.999Z'))).id;
    const nextDay = (await aLoan(title, await aMember(), at('2026-03-10T16:00:00.000Z'))).id;
    expect(await ids(`title=${title}&from=2026-03-10&to=2026-03-10`)).toEqual([lastMoment, midnight]);
    expect(await ids(`title=${title}&from=2026-03-10`)).toEqual([nextDay, lastMoment, midnight]);
    expect(await ids(`title=${title}&to=2026-03-09`)).toEqual([beforeMidnight]);
    expect(await ids(`title=${title}&from=2026-03-09T16:00:00Z&to=2026-03-10T15:59:59.999Z`)).toEqual([midnight]);
  });
});

describe('names stay for the retention period only', () => {
  test('a loan that ended longer ago shows no name, and is not found by one, before it is anonymised too', async () => {
    const rahmah = await aMember({ name: 'Rahmah Lama' });
    const loan = await aLoan(await aTitle(), rahmah, hoursAgo(24 * 94));
    expect((await page('member=Rahmah+Lama')).items).toEqual([]);
    expect((await page(`member=${rahmah}`)).items).toEqual([]);
    expect((await readAnyLoan(loan.id))?.loan).toMatchObject({ memberId: null, memberNumber: null, memberName: null, state: 'expired' });
    expect(await (await ask('format=csv')).text()).not.toContain('Rahmah Lama');
  });

  test('a reason is free text that may name somebody: it goes with the name', async () => {
    const loan = await aLoan(await aTitle(), await aMember(), hoursAgo(24 * 94));
    await settleDue();
    await pool().query(`UPDATE "Loan" SET "endedReason" = 'Ibu Rahmah meminta' WHERE "id" = $1`, [loan.id]);
    expect((await readAnyLoan(loan.id))?.loan.endedReason).toBeNull();
  });

  test('a loan that was anonymised has no name', async () => {
    const loan = await aLoan(await aTitle({ title: 'Sudah Anonim' }), await aMember(), hoursAgo(1));
    const member = await rowsOf<{ memberId: string }>('SELECT "memberId" FROM "Loan" WHERE "id" = $1', [loan.id]);
    await returnLoan(loan.id, member[0]?.memberId ?? '', byMember(member[0]?.memberId ?? ''));
    await pool().query('UPDATE "Loan" SET "memberId" = NULL, "pseudonym" = gen_random_uuid() WHERE "id" = $1', [loan.id]);
    expect((await page('title=Sudah+Anonim')).items[0]).toMatchObject({ member: null, state: 'returned' });
  });
});

describe('CSV', () => {
  test('a cell that a spreadsheet would run as a formula becomes text', async () => {
    const dangerous = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
    for (const name of dangerous) await aLoan(await aTitle({ title: `${name} judul` }), await aMember({ name }));
    const text = await (await ask('format=csv')).text();
    const cells = cellsOf(text);
    for (const name of dangerous) {
      expect(cells).toContain(`'${name}`);
      expect(cells).toContain(`'${name} judul`);
    }
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('UTF-8 with a byte order mark, for Excel; a head in the reader’s language; the same filters', async () => {
    const answer = await ask('format=csv&title=Laskar');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="pinjaman\.csv"/);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^"ID pinjaman","Judul","Pengarang"/);
    expect(lines[1]).toMatch(/Laskar Pelangi.*Kembali otomatis.*WITA/);
  });

  test('every row, also beyond what is read at a time', async () => {
    const title = await aTitle({ title: 'Banyak Sekali', copies: 1 });
    await pool().query(
      `WITH made AS (INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "copyId", "kind", "from", "until")
         SELECT gen_random_uuid(), c."titleId", c."licenceId", c."id", 'loan', '2026-01-01'::timestamptz + n * interval '1 minute', '2026-01-01'::timestamptz + n * interval '1 minute' + interval '30 seconds'
         FROM "Copy" c, generate_series(1, 2345) n WHERE c."titleId" = $1 RETURNING *)
       INSERT INTO "Loan" ("id", "titleId", "memberId", "state", "borrowedAt", "dueAt", "endedAt") SELECT "id", "titleId", $2, 'returned', "from", "from" + interval '3 days', "until" FROM made`,
      [title, await aMember()],
    );
    const text = await (await ask(`format=csv&title=${title}`)).text();
    const lines = text.trim().split('\r\n').slice(1);
    expect(new Set(lines.map((line) => line.slice(1, 37))).size).toBe(2345);
  });

  test('a reader who hangs up ends the making', async () => {
    const reader = (await ask('format=csv')).body?.getReader();
    await reader?.read();
    await expect(reader?.cancel()).resolves.toBeUndefined();
  });
});

describe('a librarian revokes a loan', () => {
  test('with a reason; the copy is free at once and the member is told', async () => {
    const titleId = await aTitle();
    const memberId = await aMember();
    const loan = await aLoan(titleId, memberId);
    const answer = await librarian.call('POST', revoke, { params: { id: loan.id }, json: { reason: ' Salah pinjam ' } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ id: loan.id, state: 'revoked' });
    expect((await readAnyLoan(loan.id))?.loan).toMatchObject({ state: 'revoked', endedReason: 'Salah pinjam' });
    expect((await readAnyLoan(loan.id))?.events.map(({ kind, actorKind }) => [kind, actorKind])).toEqual([['loan-began', 'member'], ['loan-ended', 'librarian']]);
    await aLoan(titleId, await aMember());
  });

  test('revoking twice, or after it ended otherwise, answers with the ended loan', async () => {
    const loan = await aLoan(await aTitle(), await aMember(), hoursAgo(100));
    const answer = await librarian.call('POST', revoke, { params: { id: loan.id }, json: { reason: 'terlambat' } });
    expect([answer.status, ((await answer.json()) as Item).state]).toEqual([200, 'expired']);
  });

  test('not without a reason, not by a member, not what is not there', async () => {
    const loan = await aLoan(await aTitle(), await aMember());
    const by = (device: Device, id: string, reason: string) => device.call('POST', revoke, { params: { id }, json: { reason } });
    expect((await by(librarian, loan.id, '  ')).status).toBe(422);
    expect((await by((await aMemberLoggedIn()).device, loan.id, 'x')).status).toBe(403);
    expect((await by(librarian, crypto.randomUUID(), 'x')).status).toBe(404);
    expect((await by(librarian, 'bukan-id', 'x')).status).toBe(404);
    expect((await readAnyLoan(loan.id))?.loan.state).toBe('active');
  });
});

/** Cells of a CSV text, quotes undone. */
function cellsOf(text: string): string[] {
  return [...text.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"|([^,\r\n"]+)/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}
