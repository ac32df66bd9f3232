import { addMs, earlier, later, roundUpToSecond } from '../time';
import { apply, applyAll } from './apply';
import { eligibleInLine, isForEverybody, licenceOf, runningUseOf } from './availability';
import type { LendingChange } from './changes';
import type { Circulation, Copy, Moment } from './circulation';
import { isOpen, isReady, isWaiting, suspensionEndsHoldAt, type ReadyHold, type WaitingHold } from './hold';
import { withinLicence } from './licence';
import { copiesToOffer } from './licence-choice';
import { copiesOfEndedLicences, licenceEndOfOffer, licencesOver, loansOver, openedToAll } from './licence-end';
import { termsFor } from './policy';
import { firstBarredWithin } from './standing';

export type Settled = { readonly after: Circulation; readonly changes: readonly LendingChange[] };

/** The clock's one voice: what time has already decided, then the copies that the queue is owed. */
export function settle(before: Circulation, moment: Moment): Settled {
  const ended = whatHasEnded(before, moment.now);
  const settled = applyAll(before, ended);
  const offers = offersOwed(settled, moment);
  return { after: applyAll(settled, offers), changes: [...ended, ...offers] };
}

/** The part of settling that a GET shows: endings, with the times at which they happened. No offer is made by looking. */
export function whatHasEnded(circulation: Circulation, now: Date): readonly LendingChange[] {
  const changes: LendingChange[] = [];
  let after = circulation;
  for (const stage of [loansOver, licencesOver, holdsOver, openedToAll, copiesOfEndedLicences, copiesComeHome]) {
    const decided = stage(after, now);
    changes.push(...decided);
    after = applyAll(after, decided);
  }
  return changes;
}

function holdsOver(circulation: Circulation, now: Date): LendingChange[] {
  if (circulation.title.state === 'withdrawn') return holdsOfWithdrawn(circulation, now);
  const offers = circulation.holds.filter(isReady).flatMap((hold) => endOfOffer(circulation, hold, now));
  return [...offers, ...circulation.holds.filter(isWaiting).flatMap((hold) => endOfSuspension(hold, now))];
}

/**
 * Rule 10 before rule 9: an offer that was withdrawn while it ran was not missed; nor was one whose licence ended under it.
 * A miss that the policy forgives keeps the place.
 */
function endOfOffer(circulation: Circulation, hold: ReadyHold, now: Date): LendingChange[] {
  const barredAt = firstBarredWithin(hold.standing, hold.readyAt, earlier(hold.readyUntil, addMs(now, 1)));
  const licenceEndedAt = licenceEndOfOffer(circulation, hold);
  const endedUnderIt = licenceEndedAt !== null && licenceEndedAt <= hold.readyUntil ? licenceEndedAt : null;
  const withdrawnAt = barredAt === null ? endedUnderIt : endedUnderIt === null ? barredAt : earlier(barredAt, endedUnderIt);
  if (withdrawnAt !== null) return [{ kind: 'offer-withdrawn', at: withdrawnAt, holdId: hold.id }];
  if (now < hold.readyUntil) return [];
  const isForgiven = hold.missedCount < termsFor(circulation.title, hold.category).forgivenPickups;
  return [{ kind: isForgiven ? 'offer-missed' : 'hold-lapsed', at: hold.readyUntil, holdId: hold.id }];
}

/** Who chose a date is back in line from that instant on; who chose none for a year has left. */
function endOfSuspension({ id: holdId, suspension }: WaitingHold, now: Date): LendingChange[] {
  if (suspension === null) return [];
  if (suspension.until !== null && suspension.until <= now) return [{ kind: 'hold-resumed', at: suspension.until, holdId }];
  const endsAt = suspensionEndsHoldAt(suspension);
  return endsAt <= now ? [{ kind: 'hold-cancelled', at: endsAt, holdId, reason: 'suspended-too-long' }] : [];
}

function holdsOfWithdrawn(circulation: Circulation, now: Date): LendingChange[] {
  return circulation.holds.filter(isOpen).map((hold) => ({ kind: 'hold-cancelled', at: now, holdId: hold.id, reason: 'title-withdrawn' }));
}

/** Rule 7: a retiring copy leaves when it comes home. */
function copiesComeHome(circulation: Circulation, now: Date): LendingChange[] {
  return circulation.copies
    .filter((copy) => copy.retiringAt !== null && copy.retiredAt === null)
    .filter((copy) => runningUseOf(circulation, copy.id, now) === undefined)
    .map((copy) => ({ kind: 'copy-retired', at: homeSince(circulation, copy), copyId: copy.id }));
}

function homeSince({ uses }: Circulation, copy: Copy): Date {
  return uses.filter((use) => use.copyId === copy.id).reduce((last, use) => later(last, use.until), copy.retiringAt ?? copy.addedAt);
}

/** Rule 9: each free copy goes to the next in line; the window starts now, when the offer is made (rule 4). */
function offersOwed(settled: Circulation, { now, freshId }: Moment): readonly LendingChange[] {
  if (settled.title.state === 'withdrawn' || isForEverybody(settled)) return [];
  const changes: LendingChange[] = [];
  let circulation = settled;
  for (const copy of copiesToOffer(settled, now)) {
    const next = eligibleInLine(circulation, now)[0];
    if (next === undefined) return changes;
    const windowUntil = roundUpToSecond(addMs(now, termsFor(settled.title, next.category).pickupWindowMs));
    const readyUntil = withinLicence(licenceOf(settled, copy.licenceId), windowUntil);
    const change: LendingChange = { kind: 'offer-made', at: now, holdId: next.id, offerId: freshId(), copyId: copy.id, readyUntil };
    changes.push(change);
    circulation = apply(circulation, change);
  }
  return changes;
}
