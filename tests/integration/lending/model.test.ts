import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { violationsOf } from '@/lib/adapters/postgres/invariants';
import { closePool } from '@/lib/adapters/postgres/pool';
import { isOpen } from '@/lib/domain/lending/hold';
import { aStep, sequence, sequencesOf, takeStep } from '../../support/histories';
import { PureLibrary } from '../../support/pure-library';
import { RealLibrary, sorted } from '../../support/real-library';
import { isLong, tell } from '../../support/rounds';

const startedAt = Date.now();
const maxLength = isLong ? sequence.maxLength : 30;
let [sequenceCount, actCount] = [0, 0];
afterAll(async () => {
  tell(`histories: ${sequenceCount} sequences of up to ${maxLength}, ${actCount} acts by the database beside the plain rules`, startedAt);
  await closePool();
});

function pictureOf({ circulation }: PureLibrary) {
  const nth = (licenceId: string) => circulation.licences.findIndex(({ id }) => id === licenceId);
  return {
    licences: circulation.licences.map((l) => [l.model, l.expiresAt, l.checkoutsUsed, l.end?.at ?? null, l.end?.because ?? null, l.end?.loansEnd ?? false]),
    loans: sorted(circulation.loans.map((l) => [l.memberId, l.state, l.borrowedAt, l.dueAt, l.state === 'active' ? null : l.endedAt, l.renewalCount])),
    holds: [...circulation.holds].sort((a, b) => a.queueNumber - b.queueNumber).map((h) => [h.memberId, h.state, h.placedAt, h.state === 'ready' ? h.readyUntil : null, isOpen(h) ? null : h.endedAt, 'endedReason' in h ? h.endedReason : null, h.missedCount, h.suspension?.at ?? null, h.suspension?.until ?? null]),
    copies: sorted(circulation.copies.map((c) => [nth(c.licenceId), c.retiringAt, c.retiredAt])),
    uses: sorted(circulation.uses.map((u) => [u.kind, u.from, u.until, nth(u.licenceId)])),
  };
}

test('in every history the database holds exactly what the plain rules say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(aStep, { minLength: 5, maxLength, size: 'max' }), async (copies, steps) => {
      const [model, real] = [new PureLibrary(copies), await RealLibrary.with(copies)];
      sequenceCount += 1;
      actCount += steps.length;
      for (const one of steps) {
        takeStep(model, one);
        model.settle();
        await real.take(one, model.now);
        await real.take({ act: 'settle' }, model.now);
      }
      expect(await real.picture()).toEqual(pictureOf(model));
      expect(await violationsOf([real.titleId])).toEqual([]);
      expect(await replayTitle(real.titleId)).toEqual([]);
    }),
    // two processes play this beside each other in the long run
    sequencesOf({ inCi: 40, withinMs: 60_000, inLong: 5000 }),
  );
}, isLong ? 6 * 3_600_000 : 120_000);
