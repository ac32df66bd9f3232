import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { aPdf } from '../support/a-pdf';
import { ApiClient, aPublishedTitle } from '../support/api-client';
import { aVisitBy } from '../support/logged-in';
import { aVisitor, type Visitor } from '../support/page';

jest.setTimeout(180_000);

const aLibrarian = (): Promise<Visitor> => aVisitBy('pustakawan@pinjam.example', { device: 'desktop' });

const formWith = (page: Visitor['page'], button: string) => page.locator('form').filter({ has: page.getByRole('button', { name: button }) });

/** A member, and a librarian who looks at them. */
async function atTheDeskWith(member: ApiClient): Promise<Visitor & { id: string; memberNumber: string }> {
  const { json } = await member.call('GET', '/api/me');
  const visitor = await aLibrarian();
  await visitor.page.goto(`/admin/members/${String(json['id'])}`);
  return { ...visitor, id: String(json['id']), memberNumber: String(json['memberNumber']) };
}

describe('at the desk', () => {
  test('somebody is registered, forgets the password, gets a code, and logs in with a new one', async () => {
    const { page, leave } = await aLibrarian();
    await page.goto('/admin/members/new');
    await page.getByLabel('Nama lengkap').fill('Norhayati di Meja');
    await page.getByLabel('Kata sandi pertama').fill('kata-sandi-meja');
    await page.getByLabel('Anggota menyetujui penyimpanan datanya.').check();
    await page.getByRole('main').getByRole('button', { name: 'Daftarkan anggota' }).click();
    await page.getByText('Norhayati di Meja terdaftar').waitFor();
    const memberNumber = /PJ \d{3} \d{3,}/.exec((await page.getByText(/^Nomor anggota PJ/).textContent()) ?? '')?.[0] ?? '';

    await page.locator('summary', { hasText: 'Kode sekali pakai' }).click();
    await page.getByRole('button', { name: 'Buat kode' }).click();
    const code = (await page.getByText(/^\d{4} \d{4}$/).textContent()) ?? '';
    await leave();

    const member = await aVisitor();
    await member.page.goto('/reset');
    await member.page.getByLabel('E-mail atau nomor anggota').fill(memberNumber);
    await member.page.getByLabel('Kode sekali pakai').fill(code);
    await member.page.getByLabel('Kata sandi baru', { exact: true }).fill('perahu-baru-8');
    await member.page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await member.page.getByText('Kata sandi baru sudah tersimpan.').waitFor();
    await member.page.getByText('Norhayati di Meja').waitFor();
    await member.leave();
  });

  test('a member is blocked with a reason that they read, and the block is lifted', async () => {
    const member = await ApiClient.newMember();
    const { page, memberNumber, leave } = await atTheDeskWith(member);
    await page.locator('summary', { hasText: 'Batasi anggota' }).click();
    await page.getByLabel('Alasan').fill('Kartu dipakai orang lain');
    await page.getByRole('button', { name: 'Batasi', exact: true }).click();
    await page.getByRole('button', { name: 'Cabut pembatasan' }).waitFor();

    const theirs = await aVisitBy(memberNumber, { password: 'kata-sandi-uji' });
    await theirs.page.goto('/account');
    await theirs.page.getByText('Kartu dipakai orang lain').waitFor();
    await page.getByRole('button', { name: 'Cabut pembatasan' }).click();
    await page.locator('summary', { hasText: 'Batasi anggota' }).waitFor();
    await theirs.page.reload();
    expect(await theirs.page.getByText('Kartu dipakai orang lain').count()).toBe(0);
    await theirs.leave();
    await leave();
  });

  test('an account is deleted for a member who asks for it', async () => {
    const member = await ApiClient.newMember();
    const { page, memberNumber, leave } = await atTheDeskWith(member);
    await page.locator('summary', { hasText: 'Hapus akun' }).click();
    await page.getByLabel('Tulis nomor anggota untuk melanjutkan').fill(memberNumber);
    await page.getByRole('button', { name: 'Hapus akun ini' }).click();
    await page.getByText('Akun terhapus.').waitFor();
    expect((await member.call('GET', '/api/me')).status).toBe(401);
    await leave();
  });
});

describe('in the collection', () => {
  test('a title gets more copies, another file, is looked into with a reason, and is withdrawn', async () => {
    const name = `Koleksi ${Date.now()}`;
    const titleId = await aPublishedTitle(1, name);
    const { page, leave } = await aLibrarian();
    await page.goto(`/admin/titles/${titleId}`);
    await page.getByLabel('Jumlah eksemplar').fill('3');
    await page.getByText('2 eksemplar langsung dapat dipinjam.').waitFor();
    await page.getByRole('button', { name: 'Ubah', exact: true }).click();
    await page.getByText('3 dari 3').waitFor();

    const file = join(mkdtempSync(join(tmpdir(), 'pinjam-e2e-')), 'lebih-tebal.pdf');
    writeFileSync(file, await aPdf({ pages: 5, title: name }));
    await page.getByRole('button', { name: 'Ganti berkas' }).click();
    await page.setInputFiles('input[type=file]', file);
    await page.getByText('Sebelumnya 3 halaman, sekarang 5.').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Pasang berkas ini' }).click();
    await page.getByText(/^PDF, 5 halaman/).waitFor();

    await formWith(page, 'Minta alamat isi').getByLabel('Alasan').fill('Memeriksa halaman pertama');
    await page.getByRole('button', { name: 'Minta alamat isi' }).click();
    const address = (await page.getByRole('link', { name: 'Buka isi' }).getAttribute('href')) ?? '';
    expect(Buffer.from(await (await fetch(address)).arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');

    await formWith(page, 'Tarik judul').getByLabel('Alasan').fill('Lisensi habis');
    await page.getByRole('button', { name: 'Tarik judul' }).click();
    await page.getByText(/^Ditarik .*: Lisensi habis/).waitFor();
    await leave();

    const visitor = await aVisitor();
    visitor.mayRefuse(404, /^\/titles\//);
    expect((await visitor.page.goto(`/titles/${titleId}`))?.status()).toBe(404);
    await visitor.leave();
  });

  test('a draft is corrected and published', async () => {
    const titleId = await aPublishedTitle(2, `Draf ${Date.now()}`, undefined, { published: false });
    const { page, leave } = await aLibrarian();
    await page.goto(`/admin/titles/${titleId}`);
    await page.getByLabel('Penerbit').fill('Penerbit Banua');
    await page.getByRole('button', { name: 'Terbitkan' }).click();
    await page.getByText('Tersimpan').waitFor();
    const reply = await new ApiClient().call('GET', `/api/titles/${titleId}`);
    expect(reply.json).toMatchObject({ publisher: 'Penerbit Banua', copies: { total: 2, available: 2 } });
    await leave();
  });
});
