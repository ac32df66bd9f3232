import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ApiClient, librarian, refusedWith } from '../support/api-client';
import { aPdf } from '../support/a-pdf';
import { aVisitor, type Visitor } from '../support/page';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'pinjam-e2e-'));
const file = (name: string, bytes: Buffer) => (writeFileSync(join(folder, name), bytes), join(folder, name));

let member: ApiClient;
let staff: ApiClient;
beforeAll(async () => {
  [member, staff] = await Promise.all([ApiClient.newMember(), librarian()]);
}, 60_000);

describe('a librarian uploads a PDF, publishes it, and a member borrows it', () => {
  test('in less than a minute, from the choice of the file to the loan', async () => {
    const visitor = await aLibrarianAt('/admin/titles/new', 'desktop');
    const { page } = visitor;
    const startedAt = Date.now();
    await choose(page, file('sungai.pdf', await aPdf({ pages: 12, words: 'Bab', title: 'Sungai <script>alert(1)</script>', author: 'Siti Rahmah; Budi Utama' })));
    await page.getByText('sungai.pdf siap').waitFor({ timeout: 60_000 });
    expect(await page.getByLabel('Judul', { exact: true }).inputValue()).toBe('Sungai <script>alert(1)</script>');
    expect(await page.getByLabel('Pengarang').inputValue()).toBe('Siti Rahmah; Budi Utama');
    await page.getByLabel('Eksemplar').fill('2');
    await page.getByRole('button', { name: 'Terbitkan' }).click();
    await page.getByText('2 eksemplar dapat dipinjam sekarang.').waitFor({ timeout: 30_000 });
    const titleId = /titles\/([0-9a-f-]{36})/.exec(page.url())?.[1];
    expect((await member.call('POST', `/api/titles/${titleId}/loans`)).status).toBe(201);
    expect(Date.now() - startedAt).toBeLessThan(60_000);
    await visitor.leave();
  });

  test('on a phone, through a connection that is lost and comes back by itself', async () => {
    const visitor = await aLibrarianAt('/admin/titles/new', 'phone');
    const { page } = visitor;
    let sent = 0;
    await page.route(/partNumber=/i, (route) => ((sent += 1) === 2 ? route.abort('connectionfailed') : route.continue()));
    await choose(page, file('panjang.pdf', await aPdf({ pages: 2, words: 'Bab', paddingBytes: 20 * 2 ** 20 })));
    await page.getByText('Sambungan terputus', { exact: false }).waitFor();
    await page.getByText('panjang.pdf siap').waitFor({ timeout: 90_000 });
    expect(sent).toBe(4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole('button', { name: 'Pakai berkas lain' }).click();
    await page.getByText('Pilih berkas PDF').waitFor();
    await visitor.context.close();
  });

  test('after a closed tab, sending only what is missing', async () => {
    const visitor = await aLibrarianAt('/admin/titles/new', 'desktop');
    const path = file('lanjut.pdf', await aPdf({ pages: 2, words: 'Bab', paddingBytes: 20 * 2 ** 20 }));
    const arrived: string[] = [];
    visitor.context.on('response', (response) => /partNumber=\d/i.test(response.url()) && response.request().method() === 'PUT' && arrived.push(response.url()));
    // the second part hangs until the tab is closed
    await visitor.page.route(/partNumber=2(&|$)/i, () => new Promise(() => undefined));
    await choose(visitor.page, path);
    while (arrived.length < 2) await visitor.page.waitForTimeout(100);
    await visitor.page.close();

    const page = await visitor.context.newPage();
    await page.goto('/admin/titles/new');
    await page.getByText('Ada unggahan yang belum selesai').waitFor();
    await choose(page, path);
    await page.getByText('lanjut.pdf siap').waitFor({ timeout: 90_000 });
    expect(arrived).toHaveLength(3);
    await visitor.context.close();
  });

  test('not with a file that is none: the reason is said and what was typed stays', async () => {
    const visitor = await aLibrarianAt('/admin/titles/new', 'desktop');
    visitor.mayRefuse(422, /complete$/);
    await choose(visitor.page, file('bukan.pdf', Buffer.from('Bukan PDF. '.repeat(100))));
    await visitor.page.getByLabel('Penerbit').fill('Penerbit Banua');
    await visitor.page.getByText('Bukan berkas PDF').waitFor({ timeout: 60_000 });
    expect(await visitor.page.getByLabel('Penerbit').inputValue()).toBe('Penerbit Banua');
    await visitor.leave();
  });
});

describe('the upload calls, from outside', () => {
  test.each([
    ['POST', '/api/admin/uploads', { fileName: 'a.pdf', sizeBytes: 10, contentType: 'application/pdf' }],
    ['GET', '/api/admin/uploads/00000000-0000-4000-8000-000000000000', undefined],
    ['DELETE', '/api/admin/uploads/00000000-0000-4000-8000-000000000000', undefined],
    ['POST', '/api/admin/uploads/00000000-0000-4000-8000-000000000000/complete', { parts: [] }],
    ['POST', '/api/admin/titles', {}],
    ['PATCH', '/api/admin/titles/00000000-0000-4000-8000-000000000000', {}],
    ['PUT', '/api/admin/titles/00000000-0000-4000-8000-000000000000/copies', { count: 3 }],
    ['PUT', '/api/admin/titles/00000000-0000-4000-8000-000000000000/content', {}],
    ['POST', '/api/admin/titles/00000000-0000-4000-8000-000000000000/withdrawal', { reason: 'x' }],
  ])('%s %s is for librarians only', async (method, path, body) => {
    refusedWith(await new ApiClient().call(method, path, body), 401, 'not-logged-in');
    refusedWith(await member.call(method, path, body), 403, 'wrong-role');
    const reply = await staff.call(method, path, body);
    expect([201, 404, 422]).toContain(reply.status);
  });

  test.each([
    [{}, 422, 'bad-request'],
    [{ fileName: '', sizeBytes: 1 }, 422, 'bad-request'],
    [{ fileName: 'a.pdf', sizeBytes: -1 }, 422, 'bad-request'],
    [{ fileName: 'a.pdf', sizeBytes: 1.5 }, 422, 'bad-request'],
    [{ fileName: 'a.pdf', sizeBytes: 'banyak' }, 422, 'bad-request'],
    [{ fileName: 'a.pdf', sizeBytes: 0 }, 422, 'empty'],
    [{ fileName: 'a.pdf', sizeBytes: 600 * 2 ** 20 }, 413, 'too-large'],
  ])('announcing %j answers %d %s', async (body, status, code) => {
    refusedWith(await staff.call('POST', '/api/admin/uploads', body), status, code);
  });

  test('an address that is no id is not found', async () => {
    refusedWith(await staff.call('GET', '/api/admin/uploads/bukan-id'), 404, 'not-found');
    refusedWith(await staff.call('PUT', '/api/admin/titles/bukan-id/copies', { count: 1 }), 404, 'not-found');
  });

  test('an unknown licence model, no copies and a missing title are told apart by their paths', async () => {
    const reply = await staff.call('POST', '/api/admin/titles', { uploadId: '00000000-0000-4000-8000-000000000000', title: ' ', licence: { model: 'abonemen', copies: 0 } });
    refusedWith(reply, 422, 'bad-request');
    const paths = (reply.json['errors'] as unknown as { path: string }[]).map(({ path }) => path);
    expect(paths.sort()).toEqual(['licence.copies', 'licence.model', 'title']);
  });
});

async function aLibrarianAt(path: string, device: 'phone' | 'desktop'): Promise<Visitor> {
  const visitor = await aVisitor({ device });
  const { context, page } = visitor;
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await context.request.post('/api/auth/callback/credentials', { form: { csrfToken, identifier: 'pustakawan@pinjam.example', password: 'pinjam-demo', json: 'true' } });
  await page.goto(path);
  return visitor;
}

async function choose(page: Page, path: string): Promise<void> {
  await page.setInputFiles('input[type=file]', path);
}
