import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { isPassword } from '@/lib/adapters/passwords/argon2';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { closePool } from '@/lib/adapters/postgres/pool';
import { headObject, listObjects, readObject } from '@/lib/adapters/s3/storage';
import { loadDemonstration } from '@/scripts/demo';
import { licenceModels } from '@/lib/domain/lending/licence';
import { catalogue } from '@/scripts/demonstration/catalogue';
import { accountId } from '@/scripts/demonstration/library/people';
import { partTitleId } from '@/scripts/demonstration/replay/script';
import { rowsOf } from '@/tests/support/world';

jest.setTimeout(240_000);
beforeAll(loadDemonstration);
afterAll(closePool);

const anggota = accountId('anggota');

async function count(sql: string, values: unknown[] = []): Promise<number> {
  return Number((await rowsOf<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, values))[0]?.n);
}

describe('the demonstration on a fresh database', () => {
  test('every title has a file of the size and pages it says, and a cover in two sizes', async () => {
    const titles = await rowsOf<{ objectKey: string; sizeBytes: number; pages: number; coverHash: string }>('SELECT c."objectKey", c."sizeBytes", c."pages", t."coverHash" FROM "Title" t JOIN "Content" c ON c."id" = t."currentContentId" JOIN "Cover" v ON v."hash" = t."coverHash"');
    expect(titles).toHaveLength(catalogue.length);
    for (const { objectKey, sizeBytes, coverHash } of titles) {
      expect((await headObject(objectKey))?.sizeBytes).toBe(sizeBytes);
      for (const width of [240, 480]) expect((await readObject(`covers/${coverHash}-${width}.webp`))?.subarray(8, 12).toString()).toBe('WEBP');
    }
    expect(Math.max(...titles.map(({ pages }) => pages))).toBeGreaterThanOrEqual(300);
  });

  test('the named accounts can log in, the invented members cannot', async () => {
    const accounts = await rowsOf<{ email: string; role: string; passwordHash: string }>('SELECT "email", "role", "passwordHash" FROM "Member" WHERE "email" IS NOT NULL ORDER BY "role", "email"');
    expect(accounts.map(({ email, role }) => `${role} ${email}`)).toEqual(['admin admin@pinjam.example', 'librarian pustakawan@pinjam.example', 'member anggota2@pinjam.example', 'member anggota@pinjam.example']);
    for (const { passwordHash } of accounts) expect(await isPassword(passwordHash, 'pinjam-demo')).toBe(true);
    expect(await count('"Member" WHERE "email" IS NULL AND "passwordHash" IS NOT NULL')).toBe(0);
    expect(await count('"Member" WHERE NOT "demonstration"')).toBe(0);
    expect(await count('"Member"')).toBeGreaterThan(40);
  });

  test('one title has one copy and a long queue in which anggota@ waits', async () => {
    const popular = partTitleId('popular');
    expect(await count('"Copy" WHERE "titleId" = $1', [popular])).toBe(1);
    expect(await count(`"Hold" WHERE "titleId" = $1 AND "state" = 'waiting'`, [popular])).toBeGreaterThanOrEqual(5);
    expect(await count(`"Hold" WHERE "titleId" = $1 AND "memberId" = $2 AND "state" = 'waiting'`, [popular, anggota])).toBe(1);
  });

  test('one title has all its copies free', async () => {
    expect(await count(`"CopyUse" WHERE "titleId" = $1 AND "until" > lending_now()`, [partTitleId('free')])).toBe(0);
  });

  test('anggota@ reads two books, with the page reached, and a copy is set aside for them', async () => {
    const loans = await rowsOf<{ titleId: string; page: number }>(`SELECT l."titleId", (r."position"->>'page')::int AS page FROM "Loan" l JOIN "Reading" r ON r."titleId" = l."titleId" AND r."memberId" = l."memberId" WHERE l."memberId" = $1 AND l."state" = 'active' AND l."dueAt" > lending_now() ORDER BY page`, [anggota]);
    expect(loans).toEqual([{ titleId: partTitleId('readingSoonDue'), page: 31 }, { titleId: partTitleId('reading'), page: 74 }]);
    expect(await count(`"Hold" WHERE "memberId" = $1 AND "titleId" = $2 AND "state" = 'ready' AND "readyUntil" > lending_now() + interval '12 hours'`, [anggota, partTitleId('offered')])).toBe(1);
    expect(await count(`"Loan" WHERE "memberId" = $1 AND "state" IN ('returned', 'expired')`, [anggota])).toBeGreaterThanOrEqual(4);
    expect(await count('"SavedTitle" WHERE "memberId" = $1', [anggota])).toBe(3);
  });

  test('every licence model is there to be seen, with loans charged to those that count them', async () => {
    const licences = await rowsOf<{ model: string; checkoutsUsed: number; endedAt: Date | null }>('SELECT "model", "checkoutsUsed", "endedAt" FROM "Licence"');
    expect([...new Set(licences.map(({ model }) => model))].sort()).toEqual([...licenceModels].sort());
    expect(licences.filter(({ endedAt }) => endedAt !== null)).toEqual([]);
    expect(licences.filter(({ model }) => model === 'bundle' || model === 'metered-by-loans' || model === 'metered-by-both').every(({ checkoutsUsed }) => checkoutsUsed > 0)).toBe(true);
  });

  test('a hold is suspended until a day, and a turn was passed on with its place kept', async () => {
    expect(await count(`"Hold" WHERE "memberId" = $1 AND "state" = 'waiting' AND "suspendedUntil" > lending_now()`, [accountId('anggota2')])).toBe(1);
    expect(await count(`"LendingEvent" e JOIN "Hold" h ON h."id" = e."holdId" WHERE e."kind" = 'offer-passed' AND h."titleId" = $1 AND h."state" = 'waiting' AND h."suspendedAt" IS NOT NULL`, [partTitleId('offered')])).toBe(1);
  });

  test('some weeks have passed: loans ended in both ways, offers taken and lapsed, turnaways, visits on each day', async () => {
    const states = await rowsOf<{ state: string; n: number }>('SELECT "state", count(*)::int AS n FROM "Loan" GROUP BY 1');
    const of = Object.fromEntries(states.map(({ state, n }) => [state, n]));
    expect(of['returned']).toBeGreaterThan(60);
    expect(of['expired']).toBeGreaterThan(60);
    expect(of['active']).toBeGreaterThan(8);
    const holds = Object.fromEntries((await rowsOf<{ state: string; n: number }>('SELECT "state", count(*)::int AS n FROM "Hold" GROUP BY 1')).map(({ state, n }) => [state, n]));
    expect(holds['fulfilled']).toBeGreaterThan(5);
    expect(holds['lapsed']).toBeGreaterThan(0);
    expect(await count('"Turnaway"')).toBeGreaterThan(20);
    expect(await count('"VisitDay" WHERE "count" > 0')).toBe(30);
    expect(await count(`"Loan" WHERE "borrowedAt" < lending_now() - interval '25 days'`)).toBeGreaterThan(5);
  });
});

describe('every loan and hold of the demonstration obeys the rules', () => {
  test('nobody ever had more than five loans at once', async () => {
    const [most] = await rowsOf<{ n: number }>(`SELECT max(n)::int AS n FROM (SELECT count(*) AS n FROM "Loan" a JOIN "CopyUse" au ON au."id" = a."id" AND au."licenceModel" <> 'simultaneous-use' JOIN "Loan" b ON b."memberId" = a."memberId" AND b."borrowedAt" <= a."borrowedAt" AND coalesce(b."endedAt", b."dueAt") > a."borrowedAt" AND EXISTS (SELECT 1 FROM "CopyUse" bu WHERE bu."id" = b."id" AND bu."licenceModel" <> 'simultaneous-use') GROUP BY a."id") x`);
    expect(most?.n).toBeLessThanOrEqual(5);
  });

  test('no loan runs longer than its period and one renewal', async () => {
    expect(await count(`"Loan" WHERE "dueAt" - "borrowedAt" > interval '3 days 1 second' * (1 + "renewalCount")`)).toBe(0);
    expect(await count('"Loan" WHERE "renewalCount" > 1')).toBe(0);
  });

  test('what time has ended is ended, with its true time', async () => {
    expect(await count(`"Loan" WHERE "state" = 'active' AND "dueAt" <= lending_now() - interval '1 minute'`)).toBe(0);
    expect(await count(`"Loan" WHERE "state" = 'expired' AND "endedAt" <> "dueAt"`)).toBe(0);
    expect(await count(`"Hold" WHERE "state" = 'ready' AND "readyUntil" <= lending_now() - interval '1 minute'`)).toBe(0);
  });

  test('no copy stands free while somebody waits', async () => {
    expect(await count(`"Copy" c WHERE NOT EXISTS (SELECT 1 FROM "CopyUse" u WHERE u."copyId" = c."id" AND u."until" > lending_now()) AND EXISTS (SELECT 1 FROM "Hold" h WHERE h."titleId" = c."titleId" AND h."state" = 'waiting')`)).toBe(0);
  });

  test('offers went out in the order of the queue numbers, but for who had missed a turn and was away', async () => {
    expect(await count('"Hold" a JOIN "Hold" b ON b."titleId" = a."titleId" AND b."queueNumber" > a."queueNumber" WHERE a."missedCount" = 0 AND b."readyAt" < a."readyAt" AND b."readyAt" > a."placedAt" AND coalesce(a."endedAt", b."readyAt") >= b."readyAt"')).toBe(0);
  });

  test('nothing happened in the future, and every loan has its events', async () => {
    expect(await count('"LendingEvent" WHERE "at" > lending_now()')).toBe(0);
    expect(await count(`"Loan" l WHERE NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."loanId" = l."id" AND e."at" = l."borrowedAt")`)).toBe(0);
  });
});

describe('the log of the demonstration', () => {
  test('tells each licence and each copy as bought, and replayed from nothing gives every title as it stands', async () => {
    expect(await count(`"Licence" l WHERE NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."titleId" = l."titleId" AND e."kind" = 'licence-added' AND e."at" = l."createdAt" AND e."facts"->>'licenceId' = l."id"::text)`)).toBe(0);
    expect(await count(`"Copy" c WHERE NOT EXISTS (SELECT 1 FROM "LendingEvent" e WHERE e."copyId" = c."id" AND e."kind" = 'copy-added' AND e."at" = c."addedAt")`)).toBe(0);
    const titles = await rowsOf<{ id: string }>('SELECT "id" FROM "Title"');
    for (const { id } of titles) expect(await replayTitle(id)).toEqual([]);
  });
});

describe('loading again', () => {
  const everything = (): Promise<object[]> => rowsOf('SELECT (SELECT count(*) FROM "Title") AS titles, (SELECT count(*) FROM "Copy") AS copies, (SELECT count(*) FROM "Loan") AS loans, (SELECT count(*) FROM "Hold") AS holds, (SELECT count(*) FROM "Member") AS members, (SELECT count(*) FROM "Content") AS contents, (SELECT count(*) FROM "VisitDay") AS visits');

  test('changes nothing', async () => {
    const before = await everything();
    await loadDemonstration();
    expect(await everything()).toEqual(before);
  });

  test('after one that was killed in the middle completes it without doubles', async () => {
    const [before] = await rowsOf<{ titles: number; copies: number; members: number; contents: number }>('SELECT (SELECT count(*) FROM "Title") AS titles, (SELECT count(*) FROM "Copy") AS copies, (SELECT count(*) FROM "Member") AS members, (SELECT count(*) FROM "Content") AS contents');
    await rowsOf(`DELETE FROM "Setting" WHERE "name" = 'demonstration'`);
    await rowsOf(`UPDATE "Title" SET "currentContentId" = NULL WHERE "title" = 'Taman Baca Desa'`);
    await rowsOf(`DELETE FROM "Content" WHERE "objectKey" LIKE '%taman-baca-desa%'`);
    const objects: string[] = [];
    for await (const { objectKey } of listObjects()) objects.push(objectKey);
    await loadDemonstration();
    expect(await rowsOf('SELECT (SELECT count(*) FROM "Title") AS titles, (SELECT count(*) FROM "Copy") AS copies, (SELECT count(*) FROM "Member") AS members, (SELECT count(*) FROM "Content") AS contents')).toEqual([before]);
    for await (const { objectKey } of listObjects()) expect(objects).toContain(objectKey);
    expect(await count(`"Hold" WHERE "memberId" = $1 AND "state" = 'ready'`, [anggota])).toBe(1);
  });

  test('never removes the loan of a real member', async () => {
    const [real] = await rowsOf<{ id: string }>(`INSERT INTO "Member" ("name") VALUES ('Orang sungguhan') RETURNING "id"`);
    await rowsOf(`UPDATE "Loan" SET "memberId" = $1 WHERE "id" = (SELECT "id" FROM "Loan" WHERE "state" = 'returned' LIMIT 1)`, [real?.id]);
    await rowsOf(`DELETE FROM "Setting" WHERE "name" = 'demonstration'`);
    const before = await everything();
    await loadDemonstration();
    expect(await everything()).toEqual(before);
  });
});
