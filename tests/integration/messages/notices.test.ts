import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { POST as readNotices } from '@/app/api/notices/read/route';
import { GET as listNotices } from '@/app/api/notices/route';
import { closePool } from '@/lib/adapters/postgres/pool';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { Device } from '@/tests/support/device';
import { aMember as aMemberWithPassword } from '../members/a-member';
import { aHold, aLoan, aMember, aTitle, byMember } from '../../support/world';

// a busy machine takes its time
jest.setTimeout(30_000);

afterAll(closePool);

type Listed = { items: { id: string; kind: string; subject: string; body: string; href: string; readAt: string | null; isOver: boolean }[]; nextCursor: string | null; unreadCount: number };

/** A logged-in member whose turn it is, and who has one loan that has ended. */
async function siti() {
  const member = await aMemberWithPassword();
  const device = new Device();
  await device.logIn(member.memberNumber, member.password);
  await aLoan(await aTitle({ title: 'Meratus' }), member.id, { at: new Date(Date.now() - 73 * 3_600_000) });
  await settleDue();
  const [titleId, first] = [await aTitle({ title: 'Barito' }), await aMember()];
  const loan = await aLoan(titleId, first);
  await aHold(titleId, member.id);
  await returnLoan(loan.id, first, byMember(first));
  const list = async (path = '/api/notices', headers = {}) => (await (await device.call('GET', listNotices, { path, headers })).json()) as Listed;
  return { member, device, list, titleId };
}

describe('notices on the shelf', () => {
  test('newest first, in the viewer’s language, with where to act', async () => {
    const { list, titleId } = await siti();
    const { items, unreadCount } = await list('/api/notices', { 'accept-language': 'id' });
    expect(items.map(({ kind }) => kind)).toEqual(['your-turn', 'loan-ended']);
    expect(items[0]).toMatchObject({ subject: 'Giliran Anda: Barito', href: `/titles/${titleId}`, readAt: null, isOver: false });
    expect(unreadCount).toBe(2);
    expect((await list('/api/notices', { cookie: '', 'accept-language': 'en' })).items).toBeUndefined();
  });

  test('page by page; a cursor that was tampered with is refused', async () => {
    const { list, device } = await siti();
    const first = await list('/api/notices?limit=1');
    const second = await list(`/api/notices?limit=1&cursor=${first.nextCursor}`);
    expect([first.items[0]?.kind, second.items[0]?.kind, second.nextCursor]).toEqual(['your-turn', 'loan-ended', null]);
    expect((await device.call('GET', listNotices, { path: '/api/notices?cursor=x' })).status).toBe(422);
  });

  test('are marked as read once; somebody else’s ids do nothing', async () => {
    const [a, b] = [await siti(), await siti()];
    const ids = (await a.list()).items.map(({ id }) => id);
    const read = (who: typeof a, list: string[]) => who.device.call('POST', readNotices, { json: { ids: list } });
    expect(await (await read(b, ids)).json()).toEqual({ unreadCount: 2 });
    expect((await a.list()).unreadCount).toBe(2);
    expect(await (await read(a, ids.slice(0, 1))).json()).toEqual({ unreadCount: 1 });
    expect((await a.list()).items[0]?.readAt).not.toBeNull();
    expect((await read(a, ['not-an-id'])).status).toBe(422);
  });

  test('"your turn" stays in the list when the copy was taken, and says that it is over', async () => {
    const { list, member, titleId } = await siti();
    await aLoan(titleId, member.id);
    expect((await list()).items[0]).toMatchObject({ kind: 'your-turn', isOver: true });
  });

  test('a past that is replayed has its notices in the past', async () => {
    const member = await aMemberWithPassword();
    await aLoan(await aTitle(), member.id, { at: new Date(Date.now() - 40 * 24 * 3_600_000) });
    const noticedAt = new Date(Date.now() - 36 * 24 * 3_600_000);
    await settleDue({ at: noticedAt });
    const device = new Device();
    await device.logIn(member.memberNumber, member.password);
    const { items } = (await (await device.call('GET', listNotices, { path: '/api/notices' })).json()) as { items: { createdAt: string }[] };
    expect(items.map(({ createdAt }) => createdAt)).toEqual([noticedAt.toISOString()]);
  });

  test('without a log-in there are none', async () => {
    expect((await new Device().call('GET', listNotices)).status).toBe(401);
  });
});
