import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { POST as look } from '@/app/api/admin/titles/[id]/looks/route';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { putObject } from '@/lib/adapters/s3/storage';
import { aMemberLoggedIn } from '@/tests/integration/members/a-member';
import { Device } from '@/tests/support/device';
import { aTitle, rowsOf } from '@/tests/support/world';

type Look = { id: string; url: string; expiresAt: string; contentType: string };
let librarian: Device;
let librarianId: string;

beforeAll(async () => {
  const { device, member } = await aMemberLoggedIn({ role: 'librarian' });
  librarian = device;
  librarianId = member.id;
});
afterAll(closePool);

const ask = (id: string, reason: string, device = librarian) => device.call('POST', look, { params: { id }, json: { reason } });

describe('staff look into a title without a loan', () => {
  test('with a reason that is kept, and an address of 120 seconds at most', async () => {
    const titleId = await aTitle();
    const [content] = await rowsOf<{ objectKey: string }>('SELECT "objectKey" FROM "Content" WHERE "titleId" = $1', [titleId]);
    await putObject(content?.objectKey ?? '', Buffer.from('%PDF-1.7'), { contentType: 'application/pdf' });
    const answer = await ask(titleId, 'Halaman 3 dilaporkan rusak');
    const made = (await answer.json()) as Look;
    expect([answer.status, made.contentType]).toEqual([201, 'application/pdf']);
    expect(Date.parse(made.expiresAt) - Date.now()).toBeLessThanOrEqual(120_000);
    expect(Number(new URL(made.url).searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(120);
    expect(await (await fetch(made.url)).text()).toBe('%PDF-1.7');
    expect(await rowsOf('SELECT "librarianId", "reason" FROM "StaffLook" WHERE "id" = $1', [made.id])).toEqual([{ librarianId, reason: 'Halaman 3 dilaporkan rusak' }]);
    expect(await rowsOf(`SELECT "actorId" FROM "AuditEntry" WHERE "action" = 'title-looked-into' AND "subjectId" = $1`, [titleId])).toEqual([{ actorId: librarianId }]);
  });

  test('not without a reason, not by members, not what is not there', async () => {
    const titleId = await aTitle();
    expect((await ask(titleId, '  ')).status).toBe(422);
    expect((await ask(titleId, 'ingin membaca', (await aMemberLoggedIn()).device)).status).toBe(403);
    expect((await ask(titleId, 'ingin membaca', new Device())).status).toBe(401);
    expect((await ask(crypto.randomUUID(), 'ingin membaca')).status).toBe(404);
    await pool().query('UPDATE "Title" SET "currentContentId" = NULL WHERE "id" = $1', [titleId]);
    expect((await ask(titleId, 'ingin membaca')).status).toBe(404);
    expect(await rowsOf('SELECT 1 FROM "StaffLook" WHERE "titleId" = $1', [titleId])).toEqual([]);
  });
});
