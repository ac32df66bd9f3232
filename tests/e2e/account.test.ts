import { describe, expect, test } from '@jest/globals';
import { aVisitor } from '../support/page';

const password = 'kapal-kertas-9';

describe('an account', () => {
  test('registering gives a member number, with which one logs in again after logging out', async () => {
    const visitor = await aVisitor({ device: 'phone' });
    const { page } = visitor;
    await page.goto('/register');
    await page.getByLabel('Nama lengkap').fill('Budi Santoso');
    await page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await page.getByLabel('Saya setuju').check();
    await page.getByRole('main').getByRole('button', { name: 'Daftar', exact: true }).click();

    await page.getByText('Selamat datang, Budi Santoso').waitFor();
    const memberNumber = /PJ \d{3} \d{3,}/.exec((await page.getByRole('region', { name: 'Kartu anggota' }).textContent()) ?? '')?.[0] ?? '';
    expect(memberNumber).not.toBe('');

    await page.goto('/account');
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL('/');
    await page.goto('/account');
    expect(page.url()).toContain('/login?next=%2Faccount');

    await page.getByLabel('E-mail atau nomor anggota').fill(memberNumber.toLowerCase());
    await page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await page.getByRole('main').getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForURL('/account');
    await page.getByRole('region', { name: 'Kartu anggota' }).waitFor();
    await visitor.leave();
  });

  test('a form keeps what was typed and says what is wrong where it is wrong', async () => {
    const visitor = await aVisitor({ device: 'phone' });
    const { page } = visitor;
    visitor.mayRefuse(422, /\/api\/members$/);
    visitor.mayRefuse(401, /credentials$/);
    await page.goto('/register');
    await page.getByLabel('Nama lengkap').fill('Budi Santoso');
    await page.getByLabel('Nomor telepon').fill('0812');
    await page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await page.getByLabel('Saya setuju').check();
    await page.getByRole('main').getByRole('button', { name: 'Daftar', exact: true }).click();
    await page.getByText('Nomor telepon ini tidak lengkap').waitFor();
    expect(await page.getByLabel('Nama lengkap').inputValue()).toBe('Budi Santoso');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('phone');

    await page.goto('/login');
    await page.getByLabel('E-mail atau nomor anggota').fill('PJ999999');
    await page.getByLabel('Kata sandi', { exact: true }).fill('salah-sekali');
    await page.keyboard.press('Enter');
    await page.getByText('Tidak cocok', { exact: true }).waitFor();
    expect(await page.getByLabel('E-mail atau nomor anggota').inputValue()).toBe('PJ999999');
    await visitor.leave();
  });
});
