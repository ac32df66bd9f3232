import { describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { ApiClient, aPublishedTitle, librarian } from '../support/api-client';
import { aVisitBy } from '../support/logged-in';
import { aVisitor, libraryDatabaseUrl, type Visitor } from '../support/page';

jest.setTimeout(120_000);

const password = 'kata-sandi-uji';
type Someone = Visitor & { readonly client: ApiClient; readonly memberNumber: string };

/** A new member, in a window and as a program at once: two devices. */
async function someone(device: 'phone' | 'desktop' = 'phone'): Promise<Someone> {
  const client = await ApiClient.newMember();
  const { json } = await client.call('GET', '/api/me');
  const memberNumber = String(json['memberNumber']);
  return { ...(await aVisitBy(memberNumber, { password, device })), client, memberNumber };
}

describe('a title', () => {
  test('is kept for later and let go again', async () => {
    const name = `Disimpan ${Date.now()}`;
    const titleId = await aPublishedTitle(1, name);
    const { page, leave } = await someone();
    await page.goto(`/titles/${titleId}`);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('button', { name: 'Hapus dari simpanan' }).waitFor();
    await page.goto('/shelf');
    await page.getByRole('region', { name: 'Disimpan' }).getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Hapus dari simpanan' }).click();
    await page.getByRole('button', { name: 'Simpan' }).waitFor();
    await leave();
  });

  test('without a free copy shows others like it that can be had at once', async () => {
    const subject = `Subjek ${Date.now()}`;
    const [wanted, other] = [await aPublishedTitle(1, `Diinginkan ${subject}`, undefined, { subjects: [subject] }), await aPublishedTitle(1, `Yang serupa ${subject}`, undefined, { subjects: [subject] })];
    await (await ApiClient.newMember()).call('POST', `/api/titles/${wanted}/loans`);
    const visitor = await aVisitor();
    await visitor.page.goto(`/titles/${wanted}`);
    await visitor.page.getByRole('region', { name: 'Serupa, dan tersedia sekarang' }).getByRole('link', { name: /Yang serupa/ }).click();
    await visitor.page.waitForURL(`/titles/${other}`);
    await visitor.page.getByText('1 dari 1 eksemplar tersedia').first().waitFor();
    await visitor.leave();
  });
});

describe('on the shelf', () => {
  test('a loan in its last hours is renewed in one tap', async () => {
    const titleId = await aPublishedTitle(1);
    await inDatabase(`UPDATE "Title" SET "loanPeriod" = 'PT20H' WHERE "id" = $1`, [titleId]);
    const { page, client, leave } = await someone();
    await client.call('POST', `/api/titles/${titleId}/loans`);
    await page.goto('/shelf');
    await page.getByText(/Sisa 19 jam/).waitFor();
    await page.getByRole('button', { name: 'Perpanjang' }).click();
    await page.getByText(/Sisa 1 hari 15 jam/).waitFor();
    expect(await page.getByRole('button', { name: 'Perpanjang' }).count()).toBe(0);
    await leave();
  });

  test('a place in a queue is given up', async () => {
    const titleId = await aPublishedTitle(1);
    await (await ApiClient.newMember()).call('POST', `/api/titles/${titleId}/loans`);
    const { page, client, leave } = await someone();
    await client.call('POST', `/api/titles/${titleId}/holds`);
    await page.goto('/shelf');
    await page.getByRole('button', { name: 'Batalkan antrean' }).click();
    await page.getByText('Rak Anda masih kosong').waitFor();
    await leave();
  });

  test('news is marked as read and goes', async () => {
    const titleId = await aPublishedTitle(1);
    const { page, client, leave } = await someone();
    const loan = await client.call('POST', `/api/titles/${titleId}/loans`);
    await (await librarian()).call('POST', `/api/admin/loans/${String(loan.json['id'])}/revocation`, { reason: 'Percobaan' });
    await page.goto('/shelf');
    const news = page.getByRole('region', { name: 'Kabar untuk Anda' });
    await news.getByText('Alasannya: Percobaan').waitFor();
    await news.getByRole('button', { name: 'Tandai sudah dibaca' }).click();
    await news.waitFor({ state: 'detached' });
    await leave();
  });
});

describe('the shelf beside the catalogue', () => {
  test('is there on a wide screen, a tap away from the book', async () => {
    const name = `Di samping ${Date.now()}`;
    const titleId = await aPublishedTitle(1, name);
    const { page, client, leave } = await someone('desktop');
    await page.goto('/');
    expect(await page.getByRole('complementary', { name: 'Rak saya' }).count()).toBe(0);
    await client.call('POST', `/api/titles/${titleId}/loans`);
    await page.goto('/');
    await page.getByRole('complementary', { name: 'Rak saya' }).getByRole('link', { name }).click();
    await page.waitForURL(/\/read\//);
    await page.waitForSelector('.reader[data-sharp="true"]');
    await leave();
  });
});

describe('how the pages look', () => {
  const ground = 'getComputedStyle(document.documentElement).backgroundColor';
  const [light, dark] = ['rgb(251, 249, 244)', 'rgb(21, 20, 15)'];

  test('dark or light is chosen, loses nothing that was typed, is remembered, and is there from the first byte', async () => {
    const { page, leave } = await aVisitor({ device: 'phone' });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/register');
    await page.getByLabel('Nama lengkap').fill('Sedang mengetik');
    await page.locator('summary[title=Tampilan]').click();
    await page.getByRole('button', { name: 'Gelap' }).click();
    await page.getByRole('img', { name: 'Tampilan: Gelap' }).waitFor();
    expect([await page.evaluate(ground), await page.getByLabel('Nama lengkap').inputValue()]).toEqual([dark, 'Sedang mengetik']);
    expect(await (await page.request.get('/')).text()).toMatch(/<html[^>]* data-theme="dark"/);

    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('summary[title=Tampilan]').click();
    await page.getByRole('button', { name: 'Terang' }).click();
    await page.getByRole('img', { name: 'Tampilan: Terang' }).waitFor();
    await page.goto('/');
    expect(await page.evaluate(ground)).toBe(light);

    await page.locator('summary[title=Tampilan]').click();
    await page.getByRole('button', { name: 'Ikuti perangkat' }).click();
    await page.getByRole('img', { name: 'Tampilan: Ikuti perangkat' }).waitFor();
    await page.goto('/');
    expect(await page.evaluate(ground)).toBe(dark);
    await leave();
  });

  test('without JavaScript the switch is a form that comes back to its page', async () => {
    const { context, leave } = await aVisitor();
    const answer = await context.request.post('/theme', { form: { theme: 'dark', back: '/login' }, maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location'], answer.headers()['set-cookie']]).toEqual([303, '/login', expect.stringContaining('pinjam-theme=dark')]);
    const elsewhere = await context.request.post('/theme', { form: { theme: 'dark', back: '//evil.example' }, maxRedirects: 0 });
    expect(elsewhere.headers()['location']).toBe('/');
    expect((await context.request.post('/theme', { form: { theme: 'dark' }, headers: { origin: 'https://evil.example' }, maxRedirects: 0 })).status()).toBe(403);
    await leave();
  });
});

describe('one’s account', () => {
  test('another device is logged out from here', async () => {
    const { page, client, leave } = await someone();
    await page.goto('/account/devices');
    await page.getByRole('button', { name: /^Keluarkan/ }).click();
    await page.getByRole('button', { name: /^Keluarkan/ }).waitFor({ state: 'detached' });
    expect((await client.call('GET', '/api/me')).status).toBe(401);
    await leave();
  });

  test('is deleted after its number was written by hand, and opens nothing any more', async () => {
    const { page, memberNumber, leave } = await someone();
    await page.goto('/account/delete');
    const number = page.getByLabel('Tulis nomor anggota Anda untuk melanjutkan');
    await number.fill('PJ999999');
    await page.getByRole('button', { name: 'Hapus akun saya' }).click();
    await page.getByText('Nomor itu tidak sama dengan nomor Anda.').waitFor();
    await number.fill(memberNumber);
    await page.getByRole('button', { name: 'Hapus akun saya' }).click();
    await page.waitForURL('/');
    await expect(ApiClient.loggedIn(memberNumber, password)).rejects.toThrow('401');
    await leave();
  });
});

async function inDatabase(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: libraryDatabaseUrl });
  await client.connect();
  await client.query(text, values).finally(() => client.end());
}
