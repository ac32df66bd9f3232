import { pool } from '@/lib/adapters/postgres/pool';
import { environment } from '@/lib/config/environment';
import { libraryDayOf } from '@/lib/domain/library-time';
import { addMs, day, hour } from '@/lib/domain/time';
import { historyDays, partTitleId } from '../replay/script';
import { seedOf } from '../seed';
import { idOf } from './ids';
import { accountId } from './people';

/** What people leave behind beside loans: books opened, pages reached, titles saved, visits a day. */
export async function leaveTraces(now: Date): Promise<void> {
  await openBooks();
  await leaveBookmarks(now);
  await countVisits(now);
}

// Seven loans of ten are opened within minutes. A loan under way is opened by its member too.
async function openBooks(): Promise<void> {
  await pool().query(`
    WITH opened AS (SELECT l."id", l."borrowedAt", coalesce(l."endedAt", lending_now()) AS "until", row_number() OVER (ORDER BY l."borrowedAt", l."id") AS n
      FROM "Loan" l JOIN "Member" m ON m."id" = l."memberId" WHERE m."demonstration" AND l."firstOpenedAt" IS NULL)
    UPDATE "Loan" l SET "firstOpenedAt" = least(o."borrowedAt" + interval '2 minutes' * (1 + o.n % 9), o."until"),
      "lastOpenedAt" = least(o."borrowedAt" + interval '5 hours' * (1 + o.n % 7), o."until")
    FROM opened o WHERE o."id" = l."id" AND (o.n % 10 < 7 OR o."until" > lending_now() - interval '1 minute')`);
}

async function leaveBookmarks(now: Date): Promise<void> {
  const places = [
    { titleId: partTitleId('reading'), page: 74, savedAt: addMs(now, -2 * hour) },
    { titleId: partTitleId('readingSoonDue'), page: 31, savedAt: addMs(now, -20 * hour) },
  ];
  for (const { titleId, page, savedAt } of places) {
    await pool().query(
      `INSERT INTO "Reading" ("memberId", "titleId", "deviceId", "deviceName", "position", "savedAt") VALUES ($1, $2, 'demonstration', 'Ponsel', $3, $4) ON CONFLICT DO NOTHING`,
      [accountId('anggota'), titleId, JSON.stringify({ page }), savedAt],
    );
  }
  for (const [index, slug] of ['high-water', 'sasirangan-warna-alam', 'langit-selatan'].entries()) {
    await pool().query('INSERT INTO "SavedTitle" ("memberId", "titleId", "savedAt") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [accountId('anggota'), idOf('title', slug), addMs(now, -(3 + index * 4) * day)]);
  }
}

/** Days before today only: today is counted by who really comes. */
async function countVisits(now: Date): Promise<void> {
  const seed = seedOf('visits');
  const days = Array.from({ length: historyDays }, (_, index) => libraryDayOf(addMs(now, -(index + 1) * day), environment().TIME_ZONE));
  const counts = days.map((date) => {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return Math.round((weekday === 0 ? 46 : weekday === 6 ? 58 : 34) * seed.between(0.7, 1.35));
  });
  await pool().query('INSERT INTO "VisitDay" ("day", "count") SELECT * FROM unnest($1::date[], $2::int[]) ON CONFLICT DO NOTHING', [days, counts]);
}
