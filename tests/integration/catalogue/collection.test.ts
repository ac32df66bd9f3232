import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { violationsOf } from '@/lib/adapters/postgres/invariants';
import { changeCopyCount } from '@/lib/operations/catalogue/change-copy-count';
import { createTitle, type NewTitle } from '@/lib/operations/catalogue/create-title';
import { editTitle } from '@/lib/operations/catalogue/edit-title';
import { listStaffTitles } from '@/lib/operations/catalogue/list-staff-titles';
import { readStaffTitle } from '@/lib/operations/catalogue/read-staff-title';
import { replaceContent } from '@/lib/operations/catalogue/replace-content';
import { undoWithdrawal } from '@/lib/operations/catalogue/undo-withdrawal';
import { withdrawTitle } from '@/lib/operations/catalogue/withdraw-title';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { aPdf } from '@/tests/support/a-pdf';
import { aLibrarian, begun, byLibrarian, inspected } from '@/tests/support/an-upload';
import { aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf, perpetual } from '@/tests/support/world';

jest.setTimeout(120_000);

let librarianId: string;
let book: Buffer;

beforeAll(async () => {
  librarianId = await aLibrarian();
  book = await aPdf({ pages: 3, words: 'Bab', title: 'Sungai Barito' });
});

describe('an inspected file becomes a title', () => {
  test('that anybody may borrow at once, with its copies, its page count and its cover', async () => {
    const titleId = await made({ licence: perpetual(2) });
    const [one, two, three] = [await aMember(), await aMember(), await aMember()];
    await aLoan(titleId, one);
    await aLoan(titleId, two);
    expect(await borrowTitle(titleId, three, byMember(three))).toMatchObject({ ok: false, refusal: { code: 'no-copy-available' } });
    expect(await readStaffTitle(titleId)).toMatchObject({ pages: 3, format: 'pdf', sizeBytes: book.length, copyCount: 2, loanCount: 2, availableCount: 0, coverHash: expect.any(String) });
  });

  test('whose event log, replayed from nothing, gives its licence and copies too', async () => {
    const titleId = await made({ licence: perpetual(2) });
    expect((await rowsOf<{ kind: string }>('SELECT "kind" FROM "LendingEvent" WHERE "titleId" = $1 ORDER BY "id"', [titleId])).map(({ kind }) => kind)).toEqual(['licence-added', 'copy-added', 'copy-added']);
    await aLoan(titleId, await aMember());
    expect([...(await replayTitle(titleId)), ...(await violationsOf([titleId]))]).toEqual([]);
  });

  test('or nothing at all, where its licence has ended', async () => {
    const terms = { model: 'metered-by-time', expiresAt: new Date('2020-01-01'), checkoutsLimit: null, loanLength: null } as const;
    const title = await aNewTitle({ licence: { ...perpetual(1), terms } });
    expect(await createTitle(title, byLibrarian(librarianId))).toEqual({ ok: false, refusal: { code: 'licence-ended' } });
    expect(await createTitle({ ...title, licence: perpetual(1) }, byLibrarian(librarianId))).toMatchObject({ ok: true, value: { created: true } });
  });

  test('or a draft that nobody can borrow until it is published', async () => {
    const titleId = await made({ published: false });
    const memberId = await aMember();
    expect((await borrowTitle(titleId, memberId, byMember(memberId))).ok).toBe(false);
    expect(await readStaffTitle(titleId)).toMatchObject({ publishedAt: null, availableCount: 0 });
    await editTitle(titleId, { changes: {}, publish: true }, byLibrarian(librarianId));
    expect((await borrowTitle(titleId, memberId, byMember(memberId))).ok).toBe(true);
  });

  test('once: a double click finds the title made, another title of the same upload is refused', async () => {
    const title = await aNewTitle({});
    const [one, other] = await Promise.all([createTitle(title, byLibrarian(librarianId)), createTitle(title, byLibrarian(librarianId))]);
    if (!one.ok || !other.ok) throw new Error('both are answers');
    expect(other.value.titleId).toBe(one.value.titleId);
    expect([one.value.created, other.value.created].sort()).toEqual([false, true]);
    expect(await createTitle({ ...title, metadata: { ...title.metadata, title: 'Judul lain' } }, byLibrarian(librarianId))).toEqual({ ok: false, refusal: { code: 'upload-used' } });
  });

  test('and a repeated call with the same key gets the first one’s answer', async () => {
    const title = await aNewTitle({});
    const first = await createTitle(title, byLibrarian(librarianId, 'kunci-1'));
    expect(await createTitle(title, byLibrarian(librarianId, 'kunci-1'))).toEqual(first);
    expect(await createTitle({ ...title, published: false }, byLibrarian(librarianId, 'kunci-1'))).toEqual({ ok: false, refusal: { code: 'idempotency-key-reused' } });
  });

  test('only after its inspection', async () => {
    const { upload } = await begun(book, librarianId);
    expect(await createTitle(await aNewTitle({ uploadId: upload.id }), byLibrarian(librarianId))).toEqual({ ok: false, refusal: { code: 'upload-not-inspected' } });
    expect(await createTitle(await aNewTitle({ uploadId: randomUUID() }), byLibrarian(librarianId))).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  test('with an audit entry that names the librarian’s id and no text', async () => {
    const titleId = await made({ metadata: { ...metadata, title: 'Rahasia Sungai' } });
    const entries = await rowsOf<{ action: string; actorId: string; facts: object }>('SELECT "action", "actorId", "facts" FROM "AuditEntry" WHERE "subjectId" = $1', [titleId]);
    expect(entries).toEqual([{ action: 'title-created', actorId: librarianId, facts: { copies: 1, model: 'perpetual', published: true } }]);
  });

  test('a title with a script in it is kept as the text that it is', async () => {
    const titleId = await made({ metadata: { ...metadata, title: '<script>alert(1)</script>', authors: ["'; DROP TABLE \"Title\"; --"] } });
    expect(await readStaffTitle(titleId)).toMatchObject({ title: '<script>alert(1)</script>', authors: ["'; DROP TABLE \"Title\"; --"] });
  });
});

describe('the copy count (rule 7)', () => {
  test('lowered, breaks no running loan: free copies retire first, then those that come home first', async () => {
    const titleId = await aTitle({ copies: 3 });
    const [early, late] = [await aMember(), await aMember()];
    const day = 86_400_000;
    await aLoan(titleId, early, { at: new Date(Date.now() - 2 * day) });
    await aLoan(titleId, late, { at: new Date(Date.now() - day) });

    await changeCopyCount(titleId, { count: 1 }, byLibrarian(librarianId));
    expect(await readStaffTitle(titleId)).toMatchObject({ copyCount: 1, retiringCount: 1, loanCount: 2, availableCount: 0 });
    const copies = await rowsOf<{ retired: boolean; retiring: boolean; memberId: string | null }>(
      `SELECT c."retiredAt" IS NOT NULL AS "retired", c."retiringAt" IS NOT NULL AS "retiring", l."memberId" FROM "Copy" c LEFT JOIN "CopyUse" u ON u."copyId" = c."id" LEFT JOIN "Loan" l ON l."id" = u."id" WHERE c."titleId" = $1`,
      [titleId],
    );
    expect(copies).toEqual(expect.arrayContaining([
      { retired: true, retiring: true, memberId: null },
      { retired: false, retiring: true, memberId: early },
      { retired: false, retiring: false, memberId: late },
    ]));
  });

  test('raised, revives retiring copies first', async () => {
    const titleId = await aTitle({ copies: 1 });
    await aLoan(titleId, await aMember());
    await changeCopyCount(titleId, { count: 0 }, byLibrarian(librarianId));
    await changeCopyCount(titleId, { count: 2 }, byLibrarian(librarianId));
    expect(await readStaffTitle(titleId)).toMatchObject({ copyCount: 2, retiringCount: 0, loanCount: 1, availableCount: 1 });
    expect(await rowsOf('SELECT 1 FROM "Copy" WHERE "titleId" = $1', [titleId])).toHaveLength(2);
  });

  test('raised, serves the queue at once and in its order', async () => {
    const titleId = await aTitle({ copies: 1 });
    await aLoan(titleId, await aMember());
    const queue = await aQueueOf(3, titleId);
    await changeCopyCount(titleId, { count: 3 }, byLibrarian(librarianId));
    const holds = await rowsOf<{ id: string; state: string }>('SELECT "id", "state" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId]);
    expect(holds.map(({ id, state }) => [id, state])).toEqual(queue.map(({ holdId }, place) => [holdId, place < 2 ? 'ready' : 'waiting']));
  });

  test('knows only its own title and licence', async () => {
    const titleId = await aTitle();
    expect(await changeCopyCount(randomUUID(), { count: 1 }, byLibrarian(librarianId))).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(await changeCopyCount(titleId, { count: 1, licenceId: randomUUID() }, byLibrarian(librarianId))).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});

describe('another file in the place of a title’s', () => {
  test('leaves loans, holds and reading as they are', async () => {
    const titleId = await aTitle({ copies: 1 });
    const memberId = await aMember();
    const loan = await aLoan(titleId, memberId);
    const [waiting] = await aQueueOf(1, titleId);
    await rowsOf('INSERT INTO "Reading" ("memberId", "titleId", "deviceId", "position", "savedAt") VALUES ($1, $2, \'hp\', \'{"page": 7}\', lending_now())', [memberId, titleId]);

    const { id } = await inspected(await aPdf({ pages: 9, words: 'Cetakan kedua' }), librarianId);
    expect(await replaceContent(titleId, id, byLibrarian(librarianId))).toMatchObject({ ok: true });
    expect(await readStaffTitle(titleId)).toMatchObject({ pages: 9, loanCount: 1, waitingCount: 1 });
    expect(await rowsOf('SELECT 1 FROM "Loan" WHERE "id" = $1 AND "state" = \'active\'', [loan.id])).toHaveLength(1);
    expect(await rowsOf('SELECT 1 FROM "Hold" WHERE "id" = $1 AND "state" = \'waiting\'', [waiting?.holdId])).toHaveLength(1);
    expect(await rowsOf('SELECT "position" FROM "Reading" WHERE "titleId" = $1', [titleId])).toEqual([{ position: { page: 7 } }]);
    expect(await replaceContent(titleId, id, byLibrarian(librarianId))).toMatchObject({ ok: true });
    expect(await replaceContent(await aTitle(), id, byLibrarian(librarianId))).toEqual({ ok: false, refusal: { code: 'upload-used' } });
  });

  test('needs a title that is there', async () => {
    expect(await replaceContent(randomUUID(), randomUUID(), byLibrarian(librarianId))).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});

describe('a withdrawn title', () => {
  test('is hidden: loans run out, holds are cancelled and told, nothing new begins', async () => {
    const titleId = await aTitle({ copies: 1 });
    const reader = await aMember();
    const loan = await aLoan(titleId, reader);
    const queue = await aQueueOf(2, titleId);
    expect(await withdrawTitle(titleId, { reason: 'Lisensi dicabut penerbit', loansEnd: false }, byLibrarian(librarianId))).toMatchObject({ ok: true });

    expect(await readStaffTitle(titleId)).toMatchObject({ withdrawnReason: 'Lisensi dicabut penerbit', loanCount: 1, waitingCount: 0, availableCount: 0 });
    const holds = await rowsOf<{ state: string; endedReason: string }>('SELECT "state", "endedReason" FROM "Hold" WHERE "titleId" = $1', [titleId]);
    expect(holds).toEqual(queue.map(() => ({ state: 'cancelled', endedReason: 'title-withdrawn' })));
    expect(await rowsOf('SELECT DISTINCT "memberId" FROM "Message" WHERE "titleId" = $1', [titleId])).toHaveLength(2);
    const other = await aMember();
    expect(await borrowTitle(titleId, other, byMember(other))).toMatchObject({ ok: false, refusal: { code: 'title-withdrawn' } });
    expect(await placeHold(titleId, other, byMember(other))).toMatchObject({ ok: false, refusal: { code: 'title-withdrawn' } });
    expect(await changeCopyCount(titleId, { count: 5 }, byLibrarian(librarianId))).toMatchObject({ ok: false, refusal: { code: 'title-withdrawn' } });
    expect(await returnLoan(loan.id, reader, byMember(reader))).toMatchObject({ ok: true });
  });

  test('is there again when it is published again, with its copies, and its past agrees with itself', async () => {
    const titleId = await made({ licence: perpetual(1) });
    const [reader, next] = [await aMember(), await aMember()];
    await aLoan(titleId, reader);
    await withdrawTitle(titleId, { reason: 'Hak cipta', loansEnd: true }, byLibrarian(librarianId));
    expect(await borrowTitle(titleId, next, byMember(next))).toMatchObject({ refusal: { code: 'title-withdrawn' } });
    for (let twice = 0; twice < 2; twice += 1) expect(await undoWithdrawal(titleId, byLibrarian(librarianId))).toMatchObject({ ok: true });
    expect(await readStaffTitle(titleId)).toMatchObject({ withdrawnAt: null, withdrawnReason: null, availableCount: 1 });
    await aLoan(titleId, next);
    expect([...(await replayTitle(titleId)), ...(await violationsOf([titleId]))]).toEqual([]);
    await withdrawTitle(titleId, { reason: 'Lisensi habis', loansEnd: false }, byLibrarian(librarianId));
    expect(await readStaffTitle(titleId)).toMatchObject({ withdrawnReason: 'Lisensi habis', loanCount: 1 });
    expect([...(await replayTitle(titleId)), ...(await violationsOf([titleId]))]).toEqual([]);
  });

  test('tells a long queue whole, not only its head', async () => {
    const titleId = await aTitle({ copies: 1 });
    await aLoan(titleId, await aMember());
    await rowsOf(
      `WITH m AS (INSERT INTO "Member" ("memberNumber", "name") SELECT 'Q' || $2 || g, 'Antre' FROM generate_series(1, 450) g RETURNING "id")
       INSERT INTO "Hold" ("id", "titleId", "memberId", "queueNumber", "placedAt") SELECT gen_random_uuid(), $1, "id", nextval('hold_queue_number'), lending_now() FROM m`,
      [titleId, randomUUID()],
    );
    await withdrawTitle(titleId, { reason: 'Lisensi berakhir', loansEnd: false }, byLibrarian(librarianId));
    expect(await rowsOf('SELECT 1 FROM "Hold" WHERE "titleId" = $1 AND "state" = \'waiting\'', [titleId])).toHaveLength(0);
  });
});

describe('the librarians’ list', () => {
  test('finds by title, author and ISBN, a per cent sign included, and tells drafts and withdrawn ones apart', async () => {
    const draft = await made({ published: false, metadata: { ...metadata, title: '100% Banjar', isbn: '9786020332956' } });
    const withdrawn = await aTitle({ title: 'Ditarik' });
    await withdrawTitle(withdrawn, { reason: 'Rusak', loansEnd: false }, byLibrarian(librarianId));
    const found = async (words: string, state: 'published' | 'draft' | 'withdrawn' | null = null) => (await listStaffTitles({ words, state, limit: 50, after: null })).items.map(({ id }) => id);
    expect(await found('100%')).toEqual([draft]);
    expect(await found('9786020332956', 'draft')).toEqual([draft]);
    expect(await found('100%', 'published')).toEqual([]);
    expect(await found('', 'withdrawn')).toContain(withdrawn);
    expect(await found('%')).toEqual([draft]);
  });

  test('pages through all without losing or doubling one', async () => {
    const seen: string[] = [];
    let after: { at: Date; id: string } | null = null;
    do {
      const page: Awaited<ReturnType<typeof listStaffTitles>> = await listStaffTitles({ words: '', state: null, limit: 3, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    const all = await rowsOf('SELECT 1 FROM "Title"');
    expect(new Set(seen).size).toBe(all.length);
    expect(seen).toHaveLength(all.length);
  });
});

const metadata: NewTitle['metadata'] = { title: 'Sungai Barito', subtitle: null, authors: ['Siti Rahmah'], isbn: null, publisher: null, year: 2021, language: 'id', subjects: ['Sejarah'], description: null };

async function aNewTitle(shape: Partial<NewTitle>): Promise<NewTitle> {
  return { metadata, licence: perpetual(1), published: true, ...shape, uploadId: shape.uploadId ?? (await inspected(book, librarianId)).id };
}

async function made(shape: Partial<NewTitle>): Promise<string> {
  const outcome = await createTitle(await aNewTitle(shape), byLibrarian(librarianId));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.titleId;
}
