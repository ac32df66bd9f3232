import { describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { wallClockOf } from '@/lib/domain/library-time';
import { ApiClient, admin, librarian, refusedWith } from '../support/api-client';
import { aVisitBy } from '../support/logged-in';

jest.setTimeout(180_000);

const minute = 60_000;
/** So many minutes ago, as the library's clock on the form shows it. */
const wall = (minutesAgo: number) => wallClockOf(new Date(Date.now() - minutesAgo * minute), 'Asia/Makassar');

async function dueTimes(member: ApiClient): Promise<Map<string, number>> {
  const { json } = await member.call('GET', '/api/loans?state=active');
  const loans = json['items'] as unknown as { id: string; dueAt: string; borrowedAt: string }[];
  return new Map(loans.filter(({ borrowedAt }) => Date.parse(borrowedAt) < Date.now() - 5 * 60 * minute).map(({ id, dueAt }) => [id, Date.parse(dueAt)]));
}

describe('an outage that an admin records', () => {
  test('is shown before the tap, gives running loans their time back once, and stands in the list', async () => {
    const member = await ApiClient.loggedIn('anggota@pinjam.example', 'pinjam-demo');
    const before = await dueTimes(member);
    expect(before.size).toBeGreaterThan(0);
    const reason = `Saluran putus ${randomUUID().slice(0, 6)}`;
    const visitor = await aVisitBy('admin@pinjam.example', { device: 'desktop' });
    const { page } = visitor;
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Gangguan' }).click();
    await page.getByLabel('Mulai').fill(wall(200));
    await page.getByLabel('Selesai').fill(wall(190));
    await page.getByLabel('Sebab').fill(reason);
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.getByText(/pinjaman berjalan mendapat tambahan waktu, paling lama 10 menit/).waitFor();
    expect(await dueTimes(member)).toEqual(before);

    await page.getByRole('button', { name: 'Catat gangguan ini' }).click();
    await page.getByText('Gangguan dicatat.').waitFor();
    await page.getByText('Tidak ada pinjaman berjalan yang mendapat tambahan waktu.').waitFor();
    expect(await page.getByRole('row').filter({ hasText: reason }).innerText()).toContain('Dicatat admin');
    const after = await dueTimes(member);
    const kept = [...before].filter(([id]) => after.has(id));
    expect(kept.length).toBeGreaterThan(0);
    for (const [id, dueAt] of kept) expect(after.get(id)).toBe(dueAt + 10 * minute);
    await visitor.leave();
  });

  test('whose times make no sense is refused at its field, with what was typed kept', async () => {
    const visitor = await aVisitBy('admin@pinjam.example', { device: 'phone' });
    const { page } = visitor;
    await page.goto(`/admin/outages?${new URLSearchParams({ from: wall(5), until: wall(30), reason: 'Listrik' })}`);
    await page.getByText('Selesai harus sesudah mulai.').waitFor();
    expect(await page.getByLabel('Sebab').inputValue()).toBe('Listrik');
    expect(await page.getByRole('button', { name: 'Catat gangguan ini' }).count()).toBe(0);
    await visitor.leave();
  });

  test('is an admin’s to record: a librarian neither sees the page nor may call it', async () => {
    const span = { from: new Date(Date.now() - 20 * minute).toISOString(), until: new Date(Date.now() - 10 * minute).toISOString() };
    refusedWith(await (await librarian()).call('POST', '/api/admin/outages', { ...span, reason: 'Listrik' }), 403, 'wrong-role');
    const preview = await (await admin()).call('GET', `/api/admin/outages/preview?${new URLSearchParams(span)}`);
    expect(preview).toMatchObject({ status: 200, json: { loanCount: expect.any(Number), endedCount: expect.any(Number) } });
    refusedWith(await (await admin()).call('GET', `/api/admin/outages/preview?from=${span.until}&until=${span.from}`), 422, 'bad-request');
  });
});
