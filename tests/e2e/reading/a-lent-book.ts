import type { APIRequestContext } from 'playwright-core';
import { PDFDocument } from 'pdf-lib';
import pg from 'pg';
import { aVisitor, libraryDatabaseUrl, type Visitor } from '../../support/page';

const password = 'buku-harian-7';

export type Account = { readonly id: string; readonly memberNumber: string };

/** A book so heavy that each page costs bytes of its own: what has been read once does not read the next page. */
async function aHeavyPdf(pages: number, words = 'Sungai mengalir'): Promise<Buffer> {
  const book = await PDFDocument.create();
  for (let number = 1; number <= pages; number += 1) {
    const page = book.addPage([400, 600]);
    page.drawText(`${words} pada halaman ${number}`, { x: 40, y: 500, size: 14 });
    // a comment that does not compress, 96 KB of it
    const noise = Array.from(crypto.getRandomValues(new Uint8Array(48 * 1024)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    page.node.addContentStream(book.context.register(book.context.stream(`%${noise}\n`)));
  }
  return Buffer.from(await book.save());
}

export async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: libraryDatabaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function expectOk<T>(answer: Awaited<ReturnType<APIRequestContext['get']>>): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export async function anAccount(role: 'member' | 'librarian' = 'member'): Promise<Account> {
  const visitor = await aVisitor();
  const account = await expectOk<Account>(await visitor.context.request.post('/api/members', { data: { name: 'Siti Aminah', password } }));
  await visitor.leave();
  if (role !== 'member') await inDatabase((client) => client.query('UPDATE "Member" SET "role" = $2 WHERE "id" = $1', [account.id, role]));
  return account;
}

/** The account at a device of its own. */
export async function aVisitOf(account: Account, device: 'phone' | 'desktop' = 'phone', screen: { readonly deviceScaleFactor?: number } = {}): Promise<Visitor> {
  const visitor = await aVisitor({ device, screen });
  const { csrfToken } = await expectOk<{ csrfToken: string }>(await visitor.context.request.get('/api/auth/csrf'));
  await expectOk(await visitor.context.request.post('/api/auth/callback/credentials', { form: { csrfToken, identifier: account.memberNumber, password, json: 'true' } }));
  return visitor;
}

/** A published title with a real file, uploaded the way a librarian does. */
export async function aPublishedBook(pages: number): Promise<string> {
  const { context, leave } = await aVisitOf(await anAccount('librarian'));
  const uploadId = await anUploadOf(context.request, await aHeavyPdf(pages));
  const title = await expectOk<{ id: string }>(await context.request.post('/api/admin/titles', { data: { uploadId, title: 'Sungai yang Panjang', authors: ['Siti'], language: 'id', licence: { model: 'perpetual', copies: 20 } } }));
  await leave();
  return title.id;
}

/** Puts another file in the place of the title's, as a librarian does. */
export async function aReplacedFile(titleId: string, pages: number, words: string): Promise<void> {
  const { context, leave } = await aVisitOf(await anAccount('librarian'));
  const uploadId = await anUploadOf(context.request, await aHeavyPdf(pages, words));
  await expectOk(await context.request.put(`/api/admin/titles/${titleId}/content`, { data: { uploadId } }));
  await leave();
}

/** Gives the title's file its normalised form, as the normaliser does once it is done; answers its place in storage. */
export async function aNormalisedForm(titleId: string, pages: number): Promise<string> {
  const { context, leave } = await aVisitOf(await anAccount('librarian'));
  const uploadId = await anUploadOf(context.request, await aHeavyPdf(pages));
  await leave();
  return inDatabase(async (client) => {
    const { rows } = await client.query<{ objectKey: string }>(
      `UPDATE "Content" c SET "normalisedObjectKey" = u."objectKey", "normalisedSizeBytes" = u."sizeBytes", "normalisedAt" = lending_now()
       FROM "Upload" u, "Title" t WHERE u."id" = $2 AND t."id" = $1 AND c."id" = t."currentContentId" RETURNING u."objectKey"`,
      [titleId, uploadId],
    );
    return rows[0]?.objectKey ?? '';
  });
}

async function anUploadOf(librarian: APIRequestContext, file: Buffer): Promise<string> {
  const upload = await expectOk<{ id: string; partSizeBytes: number; parts: { number: number; url: string }[] }>(await librarian.post('/api/admin/uploads', { data: { fileName: 'sungai.pdf', sizeBytes: file.length, contentType: 'application/pdf' } }));
  const parts: { number: number; etag: string }[] = [];
  for (const { number, url } of upload.parts) {
    const put = await fetch(url, { method: 'PUT', body: new Uint8Array(file.subarray((number - 1) * upload.partSizeBytes, number * upload.partSizeBytes)) });
    parts.push({ number, etag: put.headers.get('etag') ?? '' });
  }
  await expectOk(await librarian.post(`/api/admin/uploads/${upload.id}/complete`, { data: { parts }, timeout: 60_000 }));
  return upload.id;
}

export async function aLoanOf({ context }: Visitor, titleId: string): Promise<string> {
  return (await expectOk<{ id: string }>(await context.request.post(`/api/titles/${titleId}/loans`))).id;
}

/** Lets a running loan end so many seconds from now; the use of its copy ends with it. */
export async function endsIn(loanId: string, seconds: number): Promise<void> {
  await inDatabase(async (client) => {
    await client.query('BEGIN');
    await client.query(`UPDATE "Loan" SET "dueAt" = date_trunc('second', lending_now()) + make_interval(secs => $2) WHERE "id" = $1`, [loanId, seconds]);
    await client.query(`UPDATE "CopyUse" SET "until" = (SELECT "dueAt" FROM "Loan" WHERE "id" = $1) WHERE "id" = $1`, [loanId]);
    await client.query('COMMIT');
  });
}
