import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import type { TitlePlace } from '@/lib/adapters/postgres/title-search';
import { titleQuestion, titleSorts } from '@/lib/domain/catalogue/title-question';
import { countFacets } from '@/lib/operations/catalogue/count-facets';
import { readTitleLendings } from '@/lib/operations/lending/read-title-lendings';
import { readStaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { searchTitles } from '@/lib/operations/catalogue/search-titles';
import { aHold, aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf } from '@/tests/support/world';

const find = async (asked: Parameters<typeof titleQuestion>[0], limit = 50) => searchTitles(titleQuestion(asked), { limit, after: null, memberId: null });
const names = async (asked: Parameters<typeof titleQuestion>[0]) => (await find(asked)).items.map((item) => item.title);

let laskar = '';
let busy = '';

beforeAll(async () => {
  laskar = await aTitle({ title: 'Laskar Pelagi', authors: ['Andrea Hirata'], subjects: ['Novel', 'Belitung'], copies: 3 });
  busy = await aTitle({ title: 'Bumi Manusia', authors: ['Pramoedya Ananta Toer'], subjects: ['Novel'], copies: 1 });
  await aTitle({ title: 'Bacaan untuk Anak Pesisir', authors: ['Nurhayati'], subjects: ['Cerita anak'] });
  await aTitle({ title: 'Café Society', authors: ['Renée Müller'], language: 'en', subjects: ['Sejarah'] });
  await aTitle({ title: 'Laskar', authors: ['Bukan Hirata'] });
  await aTitle({ title: 'Belum terbit', published: false });
  await pool().query(`UPDATE "Title" SET "isbn" = '9789793062792', "description" = 'Sepuluh anak sekolah kampung timah' WHERE "id" = $1`, [laskar]);
  await aLoan(busy, await aMember());
  await aQueueOf(2, busy);
});
afterAll(closePool);

describe('a title is found', () => {
  test.each([
    ['by its Indonesian stem', 'membaca', 'Bacaan untuk Anak Pesisir'],
    ['although a letter is missing', 'laskr pelagi', 'Laskar Pelagi'],
    ['although letters changed places', 'bumi manuisa', 'Bumi Manusia'],
    ['by its author', 'pramoedya', 'Bumi Manusia'],
    ['by subject and title together', 'belitung laskar', 'Laskar Pelagi'],
    ['by words of its description', 'kampung timah', 'Laskar Pelagi'],
    ['by its ISBN', '9789793062792', 'Laskar Pelagi'],
    ['by its ISBN with hyphens', '978-979-3062-79-2', 'Laskar Pelagi'],
    ['without its accents', 'cafe muller', 'Café Society'],
    ['with capitals and punctuation', '"LASKAR: Pelagi"', 'Laskar Pelagi'],
    ['by the beginning of the last word', 'bumi manu', 'Bumi Manusia'],
    ['although small words are in between', 'bacaan di pesisir', 'Bacaan untuk Anak Pesisir'],
  ])('%s', async (_, q, title) => {
    expect(await names({ q })).toContain(title);
  });

  test('with the title that is exactly so first', async () => {
    expect(await names({ q: 'laskar' })).toEqual(['Laskar', 'Laskar Pelagi']);
  });

  test('and words spelt almost so are told apart from words found', async () => {
    expect((await find({ q: 'laskar' })).near).toBe(false);
    expect((await find({ q: 'laskr' })).near).toBe(true);
  });

  test('a draft is not, nor a withdrawn title', async () => {
    expect(await names({ q: 'belum terbit' })).toEqual([]);
    const gone = await aTitle({ title: 'Segera ditarik' });
    expect(await names({ q: 'segera ditarik' })).toEqual(['Segera ditarik']);
    await pool().query(`UPDATE "Title" SET "withdrawnAt" = lending_now(), "withdrawnReason" = 'x' WHERE "id" = $1`, [gone]);
    expect(await names({ q: 'segera ditarik' })).toEqual([]);
  });

  test('under its new name as soon as it was renamed', async () => {
    const id = await aTitle({ title: 'Nama lama sekali' });
    await pool().query(`UPDATE "Title" SET "title" = 'Nama baru sekali' WHERE "id" = $1`, [id]);
    expect(await names({ q: 'lama sekali' })).not.toContain('Nama lama sekali');
    expect(await names({ q: 'nama baru' })).toContain('Nama baru sekali');
  });
});

describe('whatever is typed, search answers', () => {
  test.each(['', '   ', '&|!():*', "' OR 1=1 --", '<script>alert(1)</script>', '\u0000', '😀', 'the', 'ke', '\\', 'x:*', "l'île", '\ud800'])('%j', async (q) => {
    expect((await find({ q })).total).toBeGreaterThanOrEqual(0);
  });

  test('ten thousand characters are cut, and their first words are looked for', async () => {
    expect((await find({ q: 'a'.repeat(10_000) })).items).toEqual([]);
    expect(await names({ q: `laskar pelagi ${' '.repeat(200)}${'buku '.repeat(2000)}` })).toEqual(['Laskar Pelagi']);
  });
});

describe('filters and orders', () => {
  test('by subject, language and both', async () => {
    expect(await names({ subject: 'Novel', sort: 'title' })).toEqual(['Bumi Manusia', 'Laskar Pelagi']);
    expect(await names({ language: 'en' })).toEqual(['Café Society']);
    expect(await names({ language: 'en', subject: 'Novel' })).toEqual([]);
  });

  test('only what a walk-in can have', async () => {
    expect(await names({ available: true })).not.toContain('Bumi Manusia');
    expect(await names({ available: true })).toContain('Laskar Pelagi');
    expect(await names({ q: 'bumi manusia', available: true })).toEqual([]);
  });

  test.each(titleSorts.flatMap((sort) => [{ sort }, { sort, q: 'laskar bumi' }, { sort, q: 'a' }]))('pages meet without a gap or a double: %j', async (asked) => {
    const question = titleQuestion(asked);
    const all = (await find(asked)).items.map((item) => item.id);
    const paged: string[] = [];
    let after: TitlePlace | null = null;
    for (let turn = 0; turn < 20; turn += 1) {
      const page: Awaited<ReturnType<typeof searchTitles>> = await searchTitles(question, { limit: 2, after, memberId: null });
      paged.push(...page.items.map((item) => item.id));
      after = page.next;
      if (after === null) break;
    }
    expect(paged).toEqual(all);
  });

  test('facets count what the words find', async () => {
    const facets = await countFacets('laskar');
    expect(facets.subjects).toContainEqual({ value: 'Belitung', count: 1 });
    expect(facets.languages).toEqual([{ value: 'id', count: 2 }]);
  });
});

describe('the availability on a card is what the rules say', () => {
  test('free copies, copies owed to the queue, and who waits', async () => {
    const held = await aTitle({ title: 'Dua eksemplar', copies: 2 });
    await aLoan(held, await aMember());
    const cards = (await find({ sort: 'newest' })).items;
    for (const card of cards) {
      const lending = (await readTitleLendings([card.id], null)).get(card.id);
      expect({ id: card.id, total: card.copyCount, available: card.availableCount, waiting: card.waitingCount }).toEqual({ id: card.id, total: lending?.copies.total, available: lending?.copies.available, waiting: lending?.waitingCount });
    }
    expect(cards.find((card) => card.id === busy)?.waitingCount).toBe(2);
  });

  test('licences of every model, those that are over too, and loans set aside', async () => {
    const buy = (titleId: string, licence: string, copies: number) =>
      rowsOf(`WITH l AS (INSERT INTO "Licence" ("titleId", "model", "expiresAt", "checkoutsLimit") SELECT $1, ${licence} RETURNING "id")
        INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT $1, l."id", '2020-01-01' FROM l, generate_series(1, $2)`, [titleId, copies]);
    const shelf = await Promise.all(['Berakhir', 'Tinggal satu', 'Disisihkan', 'Untuk semua', 'Giliran'].map((title) => aTitle({ title, copies: 0 })));
    const [over, oneLeft, setAside, everybody, turn] = shelf as [string, string, string, string, string];
    await buy(over, `'metered-by-time', date_trunc('second', lending_now()) - interval '1 day', NULL::int`, 2);
    await buy(oneLeft, `'bundle', NULL::timestamptz, 1`, 5);
    await buy(setAside, `'bundle', NULL::timestamptz, 2`, 1);
    const loan = await aLoan(setAside, await aMember());
    const waiting = await aMember();
    await aHold(setAside, waiting);
    await buy(setAside, `'metered-by-loans', NULL::timestamptz, 3`, 1);
    await buy(everybody, `'simultaneous-use', NULL::timestamptz, NULL::int`, 0);
    await aLoan(everybody, await aMember());
    expect(loan.state).toBe('active');
    await buy(turn, `'bundle', NULL::timestamptz, 3`, 2);
    const lent = [await aLoan(turn, await aMember()), await aLoan(turn, await aMember())];
    await aHold(turn, await aMember());
    for (const { id, memberId } of lent) await returnLoan(id, memberId, byMember(memberId));
    const cards = (await find({ sort: 'newest' })).items;
    for (const id of shelf) {
      const [card, lending] = [cards.find((one) => one.id === id), (await readTitleLendings([id], null)).get(id)];
      expect({ total: card?.copyCount, available: card?.availableCount, simultaneousUse: card?.simultaneousUse }).toEqual({ ...lending?.copies });
      const staff = await readStaffTitle(id);
      expect({ total: staff?.copyCount, available: staff?.availableCount, simultaneousUse: staff?.simultaneousUse }).toEqual({ ...lending?.copies });
    }
    expect(cards.find(({ id }) => id === over)).toMatchObject({ copyCount: 0, availableCount: 0 });
    expect(cards.find(({ id }) => id === oneLeft)).toMatchObject({ copyCount: 5, availableCount: 1 });
    expect(cards.find(({ id }) => id === everybody)).toMatchObject({ availableCount: 1, simultaneousUse: true });
    // both copies are home, and the one loan that is left is somebody's turn
    expect(cards.find(({ id }) => id === turn)).toMatchObject({ copyCount: 2, availableCount: 0 });
    const available = (await find({ sort: 'newest', available: true })).items.map(({ id }) => id);
    expect(shelf.map((id) => available.includes(id))).toEqual([false, true, false, true, false]);
  });

  test('a loan that ran out frees its copy at that instant, although no task ran', async () => {
    const id = await aTitle({ title: 'Kembali sendiri', copies: 1 });
    await aLoan(id, await aMember(), { at: new Date(Date.now() - 4 * 86_400_000) });
    expect((await find({ q: 'kembali sendiri' })).items[0]?.availableCount).toBe(1);
  });

  test('the member who looks sees their own due time, nobody else’s', async () => {
    const member = await aMember();
    const loan = await aLoan(laskar, member);
    const mine = await searchTitles(titleQuestion({ q: 'laskar pelagi' }), { limit: 1, after: null, memberId: member });
    expect(mine.items[0]?.myDueAt).toEqual(loan.dueAt);
    expect((await find({ q: 'laskar pelagi' })).items[0]?.myDueAt).toBeNull();
  });
});
