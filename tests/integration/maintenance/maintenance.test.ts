import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DELETE as cancel } from '@/app/api/admin/maintenance/[id]/route';
import { GET as list, POST as announce } from '@/app/api/admin/maintenance/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { forgetMaintenance, readMaintenance } from '@/lib/operations/maintenance/read-maintenance';
import { aMemberLoggedIn } from '@/tests/integration/members/a-member';
import { Device } from '@/tests/support/device';
import { rowsOf } from '@/tests/support/world';

let librarian: Device;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const plan = (from: number, until: number, shownFrom: number | null = null) => ({ from: inHours(from), until: inHours(until), shownFrom: shownFrom === null ? null : inHours(shownFrom), note: 'Ganti listrik' });
const post = (json: unknown, device = librarian) => device.call('POST', announce, { json });

beforeAll(async () => {
  librarian = (await aMemberLoggedIn({ role: 'librarian' })).device;
});
beforeEach(async () => {
  await pool().query('TRUNCATE "Maintenance"');
  forgetMaintenance();
});
afterAll(closePool);

describe('a maintenance is announced before it comes', () => {
  test('and shown from then until it is over', async () => {
    expect(await readMaintenance()).toBeNull();
    expect((await post(plan(2, 3))).status).toBe(201);
    expect(await readMaintenance()).toMatchObject({ note: 'Ganti listrik', isRunning: false });
  });

  test('one that runs says so; one that is over or not to be shown yet is not shown', async () => {
    await pool().query(`INSERT INTO "Maintenance" ("shownFrom", "from", "until") VALUES (now() - interval '3 hours', now() - interval '2 hours', now() - interval '1 second'), (now() + interval '1 hour', now() + interval '2 hours', now() + interval '3 hours')`);
    forgetMaintenance();
    expect(await readMaintenance()).toBeNull();
    await post(plan(-1, 1));
    expect(await readMaintenance()).toMatchObject({ isRunning: true });
  });

  test('of two the one that comes first', async () => {
    await post(plan(5, 6));
    await post(plan(2, 3));
    expect((await readMaintenance())?.from.toISOString().slice(0, 16)).toBe(inHours(2).slice(0, 16));
    const { items } = (await (await librarian.call('GET', list)).json()) as { items: { from: string }[] };
    expect(items.map(({ from }) => from.slice(0, 13))).toEqual([inHours(2).slice(0, 13), inHours(5).slice(0, 13)]);
  });

  test('taken back it is gone at once; twice is no error; both stand in the audit', async () => {
    const { id } = (await (await post(plan(2, 3))).json()) as { id: string };
    for (const _ of [1, 2]) expect((await librarian.call('DELETE', cancel, { params: { id } })).status).toBe(204);
    expect(await readMaintenance()).toBeNull();
    expect(await rowsOf(`SELECT "action" FROM "AuditEntry" WHERE "subjectId" = $1 ORDER BY "id"`, [id])).toEqual([{ action: 'maintenance-announced' }, { action: 'maintenance-cancelled' }]);
  });

  test.each([
    ['an end before the beginning', plan(3, 2), 'until', /sesudah mulai/],
    ['an end in the past', plan(-3, -2), 'until', /sudah lewat/],
    ['shown only when it is over', plan(1, 2, 3), 'shownFrom', /sebelum pemeliharaan/],
  ])('%s is refused in words', async (_, json, path, message) => {
    const answer = await post(json);
    const { errors } = (await answer.json()) as { errors: { path: string; message: string }[] };
    expect([answer.status, errors[0]?.path]).toEqual([422, path]);
    expect(errors[0]?.message).toMatch(message);
  });

  test('by librarians only', async () => {
    expect((await post(plan(1, 2), new Device())).status).toBe(401);
    expect((await post(plan(1, 2), (await aMemberLoggedIn()).device)).status).toBe(403);
  });
});
