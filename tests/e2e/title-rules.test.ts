import { describe, expect, jest, test } from '@jest/globals';
import { ApiClient, aPublishedTitle } from '../support/api-client';
import { aVisitBy } from '../support/logged-in';

jest.setTimeout(180_000);

describe('on a title’s page a librarian', () => {
  test.each(['phone', 'desktop'] as const)('sets its own loan period, sees why it applies, and clears it again (%s)', async (device) => {
    const id = await aPublishedTitle(2);
    const visitor = await aVisitBy('pustakawan@pinjam.example', { device });
    const { page } = visitor;
    await page.goto(`/admin/titles/${id}`);
    const rules = page.locator('section').filter({ hasText: 'Aturan judul ini' });
    await rules.getByText('aturan umum').first().waitFor();
    await rules.getByLabel('Masa pinjam').fill('7');
    await rules.getByRole('button', { name: 'Simpan aturan' }).click();
    await rules.getByText('dari judul ini').first().waitFor();
    expect(await rules.getByRole('table').innerText()).toContain('7 hari');
    const member = await ApiClient.newMember();
    const loan = await member.call('POST', `/api/titles/${id}/loans`);
    expect(Date.parse(String(loan.json['dueAt'])) - Date.parse(String(loan.json['borrowedAt']))).toBeGreaterThanOrEqual(7 * 86_400_000);
    await rules.getByLabel('Masa pinjam').fill('');
    await rules.getByRole('button', { name: 'Simpan aturan' }).click();
    await rules.getByText('dari judul ini').first().waitFor({ state: 'detached' });
    await visitor.leave();
  });

  test('publishes a withdrawn title again, and a member can borrow it', async () => {
    const id = await aPublishedTitle(1);
    const visitor = await aVisitBy('pustakawan@pinjam.example', { device: 'desktop' });
    const { page } = visitor;
    await page.goto(`/admin/titles/${id}`);
    await page.locator('form').filter({ hasText: 'Judul disembunyikan' }).getByLabel('Alasan').fill('Salah berkas');
    await page.getByRole('button', { name: 'Tarik judul' }).click();
    await page.getByRole('button', { name: 'Terbitkan lagi' }).click();
    await page.getByRole('button', { name: 'Tarik judul' }).waitFor();
    expect((await (await ApiClient.newMember()).call('POST', `/api/titles/${id}/loans`)).status).toBe(201);
    await visitor.leave();
  });
});

test('the desk sees which rules apply to a member, and from where', async () => {
  const member = await ApiClient.newMember();
  const { json } = await member.call('GET', '/api/me');
  const visitor = await aVisitBy('pustakawan@pinjam.example', { device: 'phone' });
  await visitor.page.goto(`/admin/members/${String(json['id'])}`);
  const rules = visitor.page.locator('section').filter({ hasText: 'Aturan yang berlaku' });
  expect(await rules.innerText()).toMatch(/0 dari \d+\s+aturan umum/);
  await visitor.leave();
});
