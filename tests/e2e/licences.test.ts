import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient, aPublishedTitle, librarian, refusedWith } from '../support/api-client';
import { aVisitor, type Visitor } from '../support/page';

jest.setTimeout(180_000);

let member: ApiClient;
let staff: ApiClient;
beforeAll(async () => {
  [member, staff] = await Promise.all([ApiClient.newMember(), librarian()]);
}, 60_000);

type Licence = { id: string; model: string; copies: { total: number }; endedAt: string | null; checkoutsUsed: number };
const licencesOf = (json: Record<string, unknown>) => json['items'] as Licence[];

describe('licences over the API', () => {
  test('are listed, added and withdrawn by a librarian, with what becomes of the loans', async () => {
    const id = await aPublishedTitle(1);
    const added = await staff.call('POST', `/api/admin/titles/${id}/licences`, { model: 'bundle', copies: 2, checkoutsLimit: 3, priceRupiah: 250_000, vendor: 'PT Aksara' });
    expect(added.status).toBe(201);
    const bundle = licencesOf(added.json)[0];
    expect(bundle).toMatchObject({ model: 'bundle', copies: { total: 2, onLoan: 0, setAside: 0 }, checkoutsLimit: 3, checkoutsUsed: 0, priceRupiah: 250_000, vendor: 'PT Aksara', endedAt: null });
    expect(await member.call('GET', `/api/titles/${id}`)).toMatchObject({ json: { copies: { total: 3, available: 3, simultaneousUse: false } } });
    const withdrawn = await staff.call('POST', `/api/admin/titles/${id}/licences/${bundle?.id}/withdrawal`, { reason: 'Hak cipta', loans: 'end' });
    expect(withdrawn).toMatchObject({ status: 200 });
    expect(licencesOf(withdrawn.json)[0]).toMatchObject({ copies: { total: 0 }, endedBecause: 'withdrawn', endedReason: 'Hak cipta' });
    expect(licencesOf((await staff.call('GET', `/api/admin/titles/${id}/licences`)).json)).toHaveLength(2);
  });

  test('simultaneous use is there for everybody, whoever has borrowed it already', async () => {
    const id = await aPublishedTitle(1);
    expect((await member.call('POST', `/api/titles/${id}/loans`)).status).toBe(201);
    expect((await staff.call('POST', `/api/admin/titles/${id}/licences`, { model: 'simultaneous-use' })).status).toBe(201);
    expect(await staff.call('GET', `/api/titles/${id}`)).toMatchObject({ json: { copies: { total: 2, available: 1, simultaneousUse: true } } });
    for (let one = 0; one < 3; one += 1) expect((await (await ApiClient.newMember()).call('POST', `/api/titles/${id}/loans`)).status).toBe(201);
  });

  test('limits that do not fit the model are told by their paths; members may do none of it', async () => {
    const id = await aPublishedTitle(1);
    const pathsOf = async (body: object) => {
      const reply = await staff.call('POST', `/api/admin/titles/${id}/licences`, body);
      refusedWith(reply, 422, 'bad-request');
      return (reply.json['errors'] as unknown as { path: string }[]).map(({ path }) => path).sort();
    };
    expect(await pathsOf({ model: 'metered-by-both', copies: 1 })).toEqual(['checkoutsLimit', 'expiresAt']);
    expect(await pathsOf({ model: 'perpetual', copies: 1, expiresAt: '2027-01-01' })).toEqual(['expiresAt']);
    expect(await pathsOf({ model: 'perpetual', copies: 1, loanLength: 'P1M' })).toEqual(['loanLength']);
    refusedWith(await staff.call('POST', `/api/admin/titles/${id}/licences`, { model: 'metered-by-time', copies: 1, expiresAt: '2020-01-01' }), 409, 'licence-ended');
    refusedWith(await member.call('GET', `/api/admin/titles/${id}/licences`), 403, 'wrong-role');
    refusedWith(await member.call('POST', `/api/admin/titles/${id}/licences`, { model: 'perpetual', copies: 1 }), 403, 'wrong-role');
  });
});

describe('licences on the pages', () => {
  test.each(['phone', 'desktop'] as const)('a librarian adds one that ends soon and withdraws the other; a member sees the shortened period before the tap (%s)', async (device) => {
    const id = await aPublishedTitle(1);
    const visitor = await aLibrarianAt(`/admin/titles/${id}`, device);
    const { page } = visitor;
    await page.getByText('Tambah lisensi').click();
    await page.getByLabel('Jenis lisensi').selectOption('metered-by-time');
    const endsOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(new Date(Date.now() + 48 * 3_600_000));
    await page.getByLabel('Berakhir pada').fill(endsOn);
    await page.getByRole('button', { name: 'Tambahkan' }).click();
    await page.getByText('Sampai tanggal tertentu').first().waitFor();
    await page.getByText(/berakhir .*00\.00 WITA/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(device === 'phone' ? 360 : 1280);
    const kept = page.getByRole('listitem').filter({ hasText: 'Selamanya' });
    await kept.getByText('Tarik lisensi').first().click();
    await kept.getByLabel('Alasan').fill('Salah beli');
    await kept.getByRole('button', { name: 'Tarik lisensi' }).click();
    await page.getByText('Alasan: Salah beli').waitFor();
    await page.goto(`/titles/${id}`);
    await page.getByRole('button', { name: /Pinjam sampai/ }).waitFor();
    await page.getByText(/Lisensi judul ini segera berakhir/).waitFor();
    await visitor.leave();
  });
});

async function aLibrarianAt(path: string, device: 'phone' | 'desktop'): Promise<Visitor> {
  const visitor = await aVisitor({ device });
  const { csrfToken } = (await (await visitor.context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await visitor.context.request.post('/api/auth/callback/credentials', { form: { csrfToken, identifier: 'pustakawan@pinjam.example', password: 'pinjam-demo', json: 'true' } });
  await visitor.page.goto(path);
  return visitor;
}
