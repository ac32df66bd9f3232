import { afterAll, expect, test } from '@jest/globals';
import { isBarredAt, isEligibleAt, isNotSuspendedAt, isSuspensionOverAt } from '@/lib/adapters/postgres/circulation/eligible-sql';
import { closePool } from '@/lib/adapters/postgres/pool';
import { isPassedOver, isSuspended, suspensionEndsHoldAt, type Hold } from '@/lib/domain/lending/hold';
import { isBarred } from '@/lib/domain/lending/standing';
import { addMs, day } from '@/lib/domain/time';
import { rowsOf } from '../../support/world';

afterAll(closePool);

const now = new Date('2026-11-22T02:00:00.000Z');
/** Each boundary: never, long ago, a moment ago, this very instant, in a moment. */
const instants = [null, addMs(now, -400 * day), addMs(now, -365 * day), addMs(now, -1), now, addMs(now, 1)];

type Row = { readonly blockedAt: Date | null; readonly blockedUntil: Date | null; readonly validUntil: Date | null; readonly suspendedAt: Date | null; readonly suspendedUntil: Date | null };

// an end without a beginning is nothing that the database keeps
const rows: readonly Row[] = instants.flatMap((blockedAt) => instants.flatMap((blockedUntil) => instants.flatMap((validUntil) => instants.flatMap((suspendedAt) => instants.map((suspendedUntil) => ({ blockedAt, blockedUntil, validUntil, suspendedAt, suspendedUntil }))))))
  .filter((row) => (row.blockedAt !== null || row.blockedUntil === null) && (row.suspendedAt !== null || row.suspendedUntil === null));

test('who is barred, put off or eligible is one rule, in the queue’s SQL and in the rules themselves, at every boundary', async () => {
  const column = (name: keyof Row) => rows.map((row) => row[name]);
  const answered = await rowsOf<{ barred: boolean; active: boolean; eligible: boolean; over: boolean }>(
    `SELECT ${isBarredAt('n."now"')} IS TRUE AS "barred", ${isNotSuspendedAt('n."now"')} IS TRUE AS "active", ${isEligibleAt('n."now"')} IS TRUE AS "eligible", ${isSuspensionOverAt('n."now"')} IS TRUE AS "over"
     FROM (SELECT $1::timestamptz AS "now") n,
       unnest($2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[]) WITH ORDINALITY AS m("blockedAt", "blockedUntil", "validUntil", "suspendedAt", "suspendedUntil", n),
       LATERAL (SELECT m."suspendedAt", m."suspendedUntil") h
     ORDER BY m.n`,
    [now, column('blockedAt'), column('blockedUntil'), column('validUntil'), column('suspendedAt'), column('suspendedUntil')],
  );
  expect(answered).toHaveLength(rows.length);
  rows.forEach(({ suspendedAt, suspendedUntil, ...standing }, place) => {
    const suspension = suspendedAt === null ? null : { at: suspendedAt, until: suspendedUntil };
    const hold = { state: 'waiting', standing, suspension } as unknown as Hold;
    expect({ ...standing, suspension, ...answered[place] }).toEqual({
      ...standing, suspension,
      barred: isBarred(standing, now),
      active: !isSuspended(hold, now),
      eligible: !isPassedOver(hold, now),
      over: suspension !== null && ((suspension.until !== null && suspension.until <= now) || suspensionEndsHoldAt(suspension) <= now),
    });
  });
});
