import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ApiClient, aPublishedTitle } from '../support/api-client';
import { aVisitBy } from '../support/logged-in';
import { aVisitor, libraryUrl } from '../support/page';

let title: string;
let member: ApiClient;
let loanId: string;

beforeAll(async () => {
  title = await aPublishedTitle(2, 'Uji Halaman Pustakawan');
  member = await ApiClient.newMember();
  loanId = String((await member.call('POST', `/api/titles/${title}/loans`)).json['id']);
}, 120_000);

const staff = (who: 'admin' | 'pustakawan' | 'anggota') => aVisitBy(`${who}@pinjam.example`, { device: 'desktop' });

describe('the librarian’s pages', () => {
  test('are not there for members; the policy is not there for librarians', async () => {
    for (const [who, path] of [['anggota', '/admin'], ['anggota', '/admin/loans'], ['pustakawan', '/admin/policy']] as const) {
      const visitor = await staff(who);
      visitor.mayRefuse(404, /^\/admin/);
      expect((await visitor.page.goto(path))?.status()).toBe(404);
      await visitor.leave();
    }
    expect((await fetch(`${libraryUrl}/admin/loans`, { redirect: 'manual' })).status).toBe(307);
  }, 60_000);
});

describe('the loan database in a browser', () => {
  test('filters stand in the address; a loan opens beside the list and is revoked with a reason', async () => {
    const visitor = await staff('pustakawan');
    const { page } = visitor;
    await page.goto('/admin/loans');
    await page.getByLabel('Judul', { exact: true }).fill('Uji Halaman Pustakawan');
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    await page.waitForURL(/title=Uji/);
    await page.getByRole('link', { name: 'Lihat pinjaman Uji Halaman Pustakawan' }).click();
    await page.waitForURL(new RegExp(`title=Uji.*loan=${loanId}`));
    const panel = page.getByRole('complementary', { name: 'Pinjaman' });
    await panel.getByText('Cabut pinjaman').first().click();
    visitor.mayRefuse(422, /revocation$/);
    await panel.getByRole('button', { name: 'Cabut pinjaman' }).click();
    await panel.getByText('Tulis alasannya.').waitFor();
    await panel.getByLabel('Alasan').fill('Percobaan');
    await panel.getByRole('button', { name: 'Cabut pinjaman' }).click();
    await panel.getByText('Percobaan').waitFor();
    await page.getByRole('cell', { name: 'Dicabut' }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('loan') && url.searchParams.has('title'));
    expect((await member.call('GET', `/api/loans/${loanId}`)).json).toMatchObject({ state: 'revoked' });
    await visitor.leave();
  }, 60_000);

  test('the file has the loans that the list shows', async () => {
    const visitor = await staff('pustakawan');
    await visitor.page.goto(`/admin/loans?title=${title}`);
    const [download] = await Promise.all([visitor.page.waitForEvent('download'), visitor.page.getByRole('link', { name: 'Unduh CSV' }).click()]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain(loanId);
    await visitor.leave();
  }, 60_000);
});

describe('the policy in a browser', () => {
  test('days and hours, explained; a change is listed with who made it', async () => {
    const visitor = await staff('admin');
    const { page } = visitor;
    await page.goto('/admin/policy');
    const limit = page.getByLabel('Antrean per anggota');
    const before = await limit.inputValue();
    await limit.fill('9');
    await page.getByRole('button', { name: 'Simpan aturan' }).click();
    await page.getByText('Aturan tersimpan').waitFor();
    await page.getByText(`Antrean per anggota: ${before} menjadi 9`).first().waitFor();

    visitor.mayRefuse(422, /policy$/);
    await limit.fill('-1');
    await page.getByRole('button', { name: 'Simpan aturan' }).click();
    await page.getByText('Tulis bilangan bulat dari 0 sampai 1000.').waitFor();
    expect(await limit.inputValue()).toBe('-1');

    await limit.fill(before);
    await page.getByRole('button', { name: 'Simpan aturan' }).click();
    await page.getByText(`Antrean per anggota: 9 menjadi ${before}`).first().waitFor();
    await visitor.leave();
  }, 60_000);
});

describe('a maintenance in a browser', () => {
  test('is announced by a librarian, read by everybody, and taken back', async () => {
    const visitor = await staff('pustakawan');
    const { page } = visitor;
    await page.goto('/admin/maintenance');
    await page.getByLabel('Mulai', { exact: true }).fill('2031-05-01T22:00');
    await page.getByLabel('Selesai').fill('2031-05-01T23:30');
    await page.getByLabel('Keterangan').fill('Ganti listrik');
    await page.getByRole('button', { name: 'Umumkan' }).click();
    await page.getByText('Pengumuman tersimpan.').waitFor();

    const reader = await aVisitor();
    await reader.page.goto('/');
    await reader.page.getByText('Kam, 1 Mei 2031 22.00 WITA').waitFor();
    await reader.leave();

    await page.getByRole('button', { name: /^Tarik pengumuman/ }).click();
    await page.getByText('Belum ada pengumuman.').waitFor();
    await visitor.leave();
  }, 60_000);
});
