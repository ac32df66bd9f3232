import type { Circulation, Copy, Use } from './circulation';
import { isPassedOver, isWaiting, type WaitingHold } from './hold';
import { checkoutsLeft, isForAll, type Licence } from './licence';

// Each of these wants a settled circulation: copies of a licence that has ended are retiring by then.

/** Copies that may be lent again when they are home: in stock and not retiring. */
export function usableCopies({ copies }: Circulation): readonly Copy[] {
  return copies.filter((copy) => copy.retiringAt === null && copy.retiredAt === null);
}

export function runningUseOf(circulation: Circulation, copyId: string, now: Date): Use | undefined {
  return circulation.uses.find((use) => use.copyId === copyId && use.from <= now && now < use.until);
}

/** Derived from rows and now, never stored: per licence min(free copies, loans left − running offers). */
export function freeCopies(circulation: Circulation, now: Date): readonly Copy[] {
  const home = usableCopies(circulation).filter((copy) => runningUseOf(circulation, copy.id, now) === undefined);
  return circulation.licences.flatMap((licence) => home.filter((copy) => copy.licenceId === licence.id).slice(0, unreserved(circulation, licence, now)));
}

/** An offer reserves one loan of a metered licence. */
export function unreserved({ uses }: Circulation, licence: Licence, now: Date): number {
  if (licence.checkoutsLimit === null) return Infinity;
  return Math.max(0, checkoutsLeft(licence) - uses.filter((use) => use.kind === 'offer' && use.licenceId === licence.id && use.from <= now && now < use.until).length);
}

/** Under simultaneous use everybody who asks gets a loan. */
export function licencesForAll({ licences }: Circulation): readonly Licence[] {
  return licences.filter((licence) => isForAll(licence) && licence.end === null);
}

export function isForEverybody(circulation: Circulation): boolean {
  return licencesForAll(circulation).length > 0;
}

export function licenceOf({ licences }: Circulation, licenceId: string): Licence {
  const licence = licences.find((one) => one.id === licenceId);
  if (licence === undefined) throw new TypeError(`licence ${licenceId} is not in this circulation`);
  return licence;
}

/** Who is next, in the order of the numbers drawn, without those who are passed over. */
export function eligibleInLine({ holds }: Circulation, now: Date): readonly WaitingHold[] {
  return holds
    .filter(isWaiting)
    .filter((hold) => !isPassedOver(hold, now))
    .sort((a, b) => a.queueNumber - b.queueNumber);
}

/** Rule 9: a walk-in never takes a copy that the queue is owed. Under simultaneous use there is always one more. */
export function availableToWalkIn(circulation: Circulation, now: Date): number {
  if (circulation.title.state !== 'lendable') return 0;
  const free = freeCopies(circulation, now).length;
  if (isForEverybody(circulation)) return free + 1;
  const owed = Math.min(free, eligibleInLine(circulation, now).length);
  return free - owed;
}
