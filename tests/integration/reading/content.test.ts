import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GET as content } from '@/app/api/loans/[id]/content/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { putObject } from '@/lib/adapters/s3/storage';
import type { ContentAnswer } from '@/lib/http/schemas/reading';
import { openBook } from '@/lib/operations/reading/open-book';
import { Device } from '@/tests/support/device';
import { aLoan, aTitle, rowsOf } from '@/tests/support/world';
import { aReader } from './a-reader';

const day = 86_400_000;

/** A loan that has so many milliseconds left, or ended so long ago when negative. */
async function aLoanWithLeft(milliseconds: number, titleId: string, memberId: string): Promise<string> {
  return (await aLoan(titleId, memberId, { at: new Date(Date.now() - 3 * day + milliseconds) })).id;
}

async function storeContentOf(titleId: string, normalised = false): Promise<void> {
  const [row] = await rowsOf<{ objectKey: string }>('SELECT "objectKey" FROM "Content" WHERE "titleId" = $1', [titleId]);
  await putObject(row?.objectKey ?? '', Buffer.from('%PDF-1.7 isi buku yang dipinjam'), { contentType: 'application/pdf' });
  if (!normalised) return;
  await putObject(`${row?.objectKey}.normalised`, Buffer.from('%PDF-1.7 diringkas'), { contentType: 'application/pdf' });
  await pool().query(`UPDATE "Content" SET "normalisedObjectKey" = "objectKey" || '.normalised', "normalisedSizeBytes" = 18, "normalisedAt" = lending_now() WHERE "titleId" = $1`, [titleId]);
}

let reader: Awaited<ReturnType<typeof aReader>>;
beforeEach(async () => {
  reader = await aReader();
});
afterAll(closePool);

describe('the bytes of a lent book', () => {
  test('come from storage by an address that lives 120 seconds at most', async () => {
    const titleId = await aTitle();
    await storeContentOf(titleId);
    const response = await reader.content((await reader.borrow(titleId)).id);
    expect(response.status).toBe(200);
    const answer = (await response.json()) as ContentAnswer;
    expect(answer).toMatchObject({ contentType: 'application/pdf', sizeBytes: 1000 });
    const lifetime = new Date(answer.expiresAt).getTime() - new Date(answer.now).getTime();
    expect(lifetime).toBeGreaterThan(115_000);
    expect(lifetime).toBeLessThanOrEqual(120_000);
    const part = await fetch(answer.url, { headers: { range: 'bytes=9-11' } });
    expect([part.status, await part.text()]).toEqual([206, 'isi']);
  });

  test('never outlive the loan', async () => {
    const loanId = await aLoanWithLeft(30_000, await aTitle(), reader.memberId);
    const answer = (await (await reader.content(loanId)).json()) as ContentAnswer;
    const [loan] = await rowsOf<{ dueAt: Date }>('SELECT "dueAt" FROM "Loan" WHERE "id" = $1', [loanId]);
    expect(new Date(answer.expiresAt)).toEqual(loan?.dueAt);
    expect(Number(new URL(answer.url).searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(31);
  });

  test('come in the form that is cheap to open, where there is one', async () => {
    const titleId = await aTitle();
    await storeContentOf(titleId, true);
    const answer = (await (await reader.content((await reader.borrow(titleId)).id)).json()) as ContentAnswer;
    expect(answer.sizeBytes).toBe(18);
    expect(await (await fetch(answer.url)).text()).toBe('%PDF-1.7 diringkas');
  });

  test('are asked for without changing anything', async () => {
    const loan = await reader.borrow(await aTitle());
    const before = await rowsOf('SELECT * FROM "Loan" WHERE "id" = $1', [loan.id]);
    expect((await reader.content(loan.id)).status).toBe(200);
    expect(await rowsOf('SELECT * FROM "Loan" WHERE "id" = $1', [loan.id])).toEqual(before);
  });
});

describe('whoever has no running loan gets no address', () => {
  test('from the instant the loan ends, although no task has marked it: 410 with when and by what', async () => {
    const loanId = await aLoanWithLeft(-1000, await aTitle(), reader.memberId);
    const [loan] = await rowsOf<{ state: string; dueAt: Date }>('SELECT "state", "dueAt" FROM "Loan" WHERE "id" = $1', [loanId]);
    expect(loan?.state).toBe('active');
    const response = await reader.content(loanId);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ code: 'loan-ended', endedBy: 'expired', endedAt: loan?.dueAt.toISOString() });
  });

  test('a member never gets that of another: it reads as not there', async () => {
    const loan = await reader.borrow(await aTitle());
    expect((await (await aReader()).content(loan.id)).status).toBe(404);
  });

  test('nor by an id that is none', async () => {
    expect((await reader.content('bukan-id')).status).toBe(404);
    expect((await reader.content(crypto.randomUUID())).status).toBe(404);
  });

  test('nor without being logged in', async () => {
    expect((await new Device().call('GET', content, { params: { id: crypto.randomUUID() } })).status).toBe(401);
  });
});

describe('the reading page', () => {
  test('opens a running loan with the shape of its book', async () => {
    const loan = await reader.borrow(await aTitle({ title: 'Riam Kanan' }));
    const opened = await openBook({ memberId: reader.memberId, loanId: loan.id });
    expect(opened).toMatchObject({ ok: true, value: { ended: null, readings: [], book: { title: 'Riam Kanan', content: { pages: 10 } } } });
  });

  test('says of an ended one how it ended, with the place that is kept', async () => {
    const titleId = await aTitle();
    const loanId = await aLoanWithLeft(-1000, titleId, reader.memberId);
    await reader.save(titleId, { position: { page: 7 }, savedAt: new Date().toISOString() });
    expect(await openBook({ memberId: reader.memberId, loanId })).toMatchObject({ ok: true, value: { ended: { endedBy: 'expired' }, readings: [{ position: { page: 7 } }] } });
  });
});
