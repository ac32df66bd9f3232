import { afterAll, describe, expect, test } from '@jest/globals';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { cancelAnyHold } from '@/lib/operations/lending/cancel-any-hold';
import { moveHold } from '@/lib/operations/lending/move-hold';
import { passOffer } from '@/lib/operations/lending/pass-offer';
import { readTitleLendings } from '@/lib/operations/lending/read-title-lendings';
import { resumeHold } from '@/lib/operations/lending/resume-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { suspendHold } from '@/lib/operations/lending/suspend-hold';
import { listQueue } from '@/lib/operations/lending/list-queue';
import { remind } from '@/lib/operations/messages/remind';
import { aLoan, aMember, aQueueOf, aTitle, byMember, rowsOf } from '../../support/world';

afterAll(closePool);

const start = new Date('2026-03-01T00:00:00.000Z');
const later = (hours: number) => ({ at: new Date(start.getTime() + hours * 3_600_000) });
const statesOf = async (titleId: string) =>
  (await rowsOf<{ state: string; suspendedAt: Date | null }>('SELECT "state", "suspendedAt" FROM "Hold" WHERE "titleId" = $1 ORDER BY "queueNumber"', [titleId])).map(
    ({ state, suspendedAt }) => `${state}${suspendedAt === null ? '' : ' suspended'}`,
  );
const byStaff = async () => ({ actor: { kind: 'librarian' as const, librarianId: await aMember({ role: 'librarian' }), channel: 'web' as const } });

async function lentTitle(waiting: number) {
  const [titleId, borrower] = [await aTitle(), await aMember()];
  const loan = await aLoan(titleId, borrower, later(0));
  const queue = await aQueueOf(waiting, titleId, later(1));
  const giveBack = () => returnLoan(loan.id, borrower, byMember(borrower), later(10));
  const own = (at: number) => {
    const { holdId, memberId } = queue[at] ?? { holdId: '', memberId: '' };
    return [holdId, memberId, byMember(memberId)] as const;
  };
  return { titleId, queue, giveBack, own };
}

describe('a suspended hold', () => {
  test('is passed over with its place kept, and is first again once the clock resumes it', async () => {
    const { titleId, giveBack, own } = await lentTitle(2);
    const [holdId, memberId, act] = own(0);
    await suspendHold(holdId, memberId, later(20).at, act, later(2));
    await giveBack();
    expect(await statesOf(titleId)).toEqual(['waiting suspended', 'ready']);
    await settleDue(later(21));
    expect(await statesOf(titleId)).toEqual(['waiting', 'ready']);
    expect(await rowsOf(`SELECT "at", "actorKind" FROM "LendingEvent" WHERE "holdId" = $1 AND "kind" = 'hold-resumed'`, [holdId])).toEqual([{ at: later(20).at, actorKind: 'clock' }]);
    await settleDue(later(34));
    expect(await statesOf(titleId)).toEqual(['ready', 'waiting suspended']);
  });

  test('is told its place as it would be, and the queue is counted without it', async () => {
    const { titleId, own, queue } = await lentTitle(3);
    const [holdId, memberId, act] = own(1);
    expect(await suspendHold(holdId, memberId, null, act, later(2))).toMatchObject({ ok: true, value: { position: 2, hold: { suspension: { until: null } } } });
    expect((await readTitleLendings([titleId], queue[2]?.memberId ?? '')).get(titleId)?.position).toBe(2);
    expect(await resumeHold(holdId, memberId, act, later(3))).toMatchObject({ ok: true, value: { position: 2, hold: { suspension: null } } });
  });

  test('has its turn in the same breath when it resumes while a copy lies free, and is told so', async () => {
    const { giveBack, own, titleId } = await lentTitle(1);
    const [holdId, memberId, act] = own(0);
    await suspendHold(holdId, memberId, null, act, later(2));
    await giveBack();
    expect(await resumeHold(holdId, memberId, act, later(11))).toMatchObject({ ok: true, value: { position: null, estimatedWait: null, hold: { state: 'ready', readyUntil: later(35).at } } });
    expect(await statesOf(titleId)).toEqual(['ready']);
  });

  test("somebody else's is not there", async () => {
    const { own } = await lentTitle(1);
    const stranger = await aMember();
    for (const outcome of [await suspendHold(own(0)[0], stranger, null, byMember(stranger)), await resumeHold(own(0)[0], stranger, byMember(stranger)), await passOffer(own(0)[0], stranger, byMember(stranger))])
      expect(outcome).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('ends after 365 days as suspended-too-long by the clock, and its member is told', async () => {
    const { own } = await lentTitle(1);
    const [holdId, memberId, act] = own(0);
    await suspendHold(holdId, memberId, null, act, later(2));
    await settleDue(later(2 + 365 * 24));
    expect(await rowsOf('SELECT "state", "endedReason", "endedAt" FROM "Hold" WHERE "id" = $1', [holdId])).toEqual([{ state: 'cancelled', endedReason: 'suspended-too-long', endedAt: later(2 + 365 * 24).at }]);
    expect(await rowsOf(`SELECT "facts"->>'reason' AS "reason" FROM "Message" WHERE "kind" = 'hold-cancelled' AND "memberId" = $1`, [memberId])).toEqual([{ reason: 'suspended-too-long' }]);
  });

  test('is told 30 days before it ends, once', async () => {
    const { own } = await lentTitle(2);
    const told = () => rowsOf(`SELECT "memberId" FROM "Message" WHERE "kind" = 'suspension-ending' AND "channel" = 'notice'`);
    for (const [at, days] of [[0, 334.9], [1, 335.1]] as const) {
      await suspendHold(...(own(at).slice(0, 2) as [string, string]), null, own(at)[2], later(2));
      await pool().query(`UPDATE "Hold" SET "suspendedAt" = lending_now() - $2 * interval '1 day' WHERE "id" = $1`, [own(at)[0], days]);
    }
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await told()).toEqual([{ memberId: own(1)[1] }]);
  });
});

describe('a turn', () => {
  test('that is passed on goes to the next at once: told, with an event, and no miss is counted', async () => {
    const { titleId, giveBack, own } = await lentTitle(2);
    await giveBack();
    const passed = await passOffer(...own(0), later(11));
    expect(passed).toMatchObject({ ok: true, value: { hold: { state: 'waiting', missedCount: 0, suspension: { at: later(11).at, until: null } } } });
    expect(await statesOf(titleId)).toEqual(['waiting suspended', 'ready']);
    expect(await rowsOf(`SELECT "until" FROM "CopyUse" WHERE "titleId" = $1 AND "kind" = 'offer' ORDER BY "from"`, [titleId])).toEqual([{ until: later(11).at }, { until: later(35).at }]);
    expect(await passOffer(...own(0), later(12))).toMatchObject({ ok: true });
  });

  test('that passes untaken is told with what comes next; the second one in a row ends the hold', async () => {
    const { titleId, giveBack, own } = await lentTitle(1);
    await giveBack();
    await settleDue(later(34));
    expect(await statesOf(titleId)).toEqual(['waiting suspended']);
    const [holdId, memberId, act] = own(0);
    await resumeHold(holdId, memberId, act, later(40));
    await settleDue(later(64));
    expect(await rowsOf('SELECT "state", "endedReason", "missedCount" FROM "Hold" WHERE "id" = $1', [holdId])).toEqual([{ state: 'lapsed', endedReason: 'window-passed', missedCount: 2 }]);
    const told = await rowsOf<{ kind: string }>(`SELECT "kind" FROM "Message" WHERE "memberId" = $1 AND "channel" = 'notice' ORDER BY "createdAt", "kind"`, [memberId]);
    expect(told.map(({ kind }) => kind)).toEqual(['your-turn', 'turn-missed', 'your-turn', 'hold-lapsed']);
  });
});

describe('a librarian', () => {
  test('moves a hold to the head of the queue, with a reason that the event keeps', async () => {
    const { titleId, own, giveBack } = await lentTitle(3);
    const act = await byStaff();
    expect(await moveHold(own(2)[0], 'Ujian besok', act, later(2))).toMatchObject({ ok: true, value: { position: 1 } });
    expect((await listQueue(titleId)).map(({ id }) => id)).toEqual([own(2)[0], own(0)[0], own(1)[0]]);
    await giveBack();
    expect(await statesOf(titleId)).toEqual(['ready', 'waiting', 'waiting']);
    expect(await rowsOf(`SELECT "facts"->>'note' AS "note", "librarianId" FROM "LendingEvent" WHERE "kind" = 'hold-moved' AND "holdId" = $1`, [own(2)[0]])).toEqual([{ note: 'Ujian besok', librarianId: act.actor.librarianId }]);
  });

  test('cancels a hold with a reason that its member is told', async () => {
    const { own } = await lentTitle(1);
    expect(await cancelAnyHold(own(0)[0], 'Salah judul', await byStaff(), later(2))).toMatchObject({ ok: true, value: { hold: { state: 'cancelled', endedReason: 'by-librarian' } } });
    expect(await rowsOf(`SELECT "facts"->>'note' AS "note" FROM "Message" WHERE "kind" = 'hold-cancelled' AND "memberId" = $1`, [own(0)[1]])).toEqual([{ note: 'Salah judul' }]);
  });
});
