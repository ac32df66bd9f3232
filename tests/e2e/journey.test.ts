import { describe, expect, test } from '@jest/globals';
import { aPublishedTitle } from '../support/api-client';
import { aVisitor, type Visitor } from '../support/page';

const password = 'kapal-kertas-9';

/** Somebody new registers on a phone, as a person would. */
async function aNewMember(name: string): Promise<Visitor> {
  const visitor = await aVisitor({ device: 'phone' });
  const { page } = visitor;
  await page.goto('/register');
  await page.getByLabel('Nama lengkap').fill(name);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByLabel('Saya setuju').check();
  await page.getByRole('main').getByRole('button', { name: 'Daftar', exact: true }).click();
  await page.getByText(`Selamat datang, ${name}`).waitFor();
  return visitor;
}

describe('the main job', () => {
  test('a member registers, finds a book, borrows it, reads it and gives it back', async () => {
    const name = `Perahu Uji ${Date.now()}`;
    await aPublishedTitle(2, name);
    const visitor = await aNewMember('Rina Wulandari');
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('searchbox').fill(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/);
    await page.getByRole('main').getByRole('link', { name }).first().click();
    await page.waitForURL(/\/titles\//);
    await page.getByText('2 dari 2 eksemplar tersedia').first().waitFor();
    await page.getByRole('button', { name: 'Pinjam 3 hari' }).click();
    await page.getByRole('link', { name: 'Baca', exact: true }).click();
    await page.waitForURL(/\/read\//);
    await page.waitForSelector('.reader[data-sharp="true"]');

    await page.goto('/shelf');
    await page.getByRole('heading', { name: 'Sedang dibaca' }).waitFor();
    await page.getByText(/Sisa 2 hari 23 jam/).first().waitFor();
    await page.getByRole('button', { name: 'Kembalikan' }).click();
    await page.getByRole('heading', { name: 'Riwayat pinjaman' }).waitFor();
    await page.getByText(/^Dikembalikan/).first().waitFor();
    await visitor.leave();
  });

  test('two members and one copy: the second queues, and gets the turn when the first gives the book back', async () => {
    const title = await aPublishedTitle(1);
    const [first, second] = [await aNewMember('Anang Pertama'), await aNewMember('Galuh Kedua')];
    await first.page.goto(`/titles/${title}`);
    await first.page.getByRole('button', { name: 'Pinjam 3 hari' }).dblclick();
    await first.page.getByRole('link', { name: 'Baca', exact: true }).waitFor();

    await second.page.goto(`/titles/${title}`);
    await second.page.getByRole('button', { name: /^Antre · posisi 1/ }).click();
    await second.page.getByText('Anda antre, posisi 1').first().waitFor();

    await first.page.goto('/shelf');
    await first.page.getByRole('button', { name: 'Kembalikan' }).click();
    await first.page.getByText(/^Dikembalikan/).first().waitFor();

    await second.page.goto('/shelf');
    await second.page.getByText(/Giliran Anda, sisa/).first().waitFor();
    await second.page.goto(`/titles/${title}`);
    await second.page.getByRole('button', { name: /^Pinjam Giliran Anda sampai/ }).click();
    await second.page.getByRole('link', { name: 'Baca', exact: true }).waitFor();
    expect(await second.page.getByText(/Anda pinjam, sisa/).count()).toBeGreaterThan(0);
    await first.leave();
    await second.leave();
  });
});
