import type { Circulation, Copy, Use } from './circulation';
import { isPassedOver, isWaiting, type WaitingHold } from './hold';

/** Copies that may be lent again when they are home: in stock and not retiring. */
export function usableCopies({ copies }: Circulation): readonly Copy[] {
  return copies.filter((copy) => copy.retiringAt === null && copy.retiredAt === null);
}

export function runningUseOf(circulation: Circulation, copyId: string, now: Date): Use | undefined {
  return circulation.uses.find((use) => use.copyId === copyId && use.from <= now && now < use.until);
}

/** Derived from rows and now, never stored: usable copies without a running loan or offer. */
export function freeCopies(circulation: Circulation, now: Date): readonly Copy[] {
  return usableCopies(circulation).filter((copy) => runningUseOf(circulation, copy.id, now) === undefined);
}

/** Who is next, in the order of the numbers drawn, without those who are passed over. */
export function eligibleInLine({ holds }: Circulation, now: Date): readonly WaitingHold[] {
  return holds
    .filter(isWaiting)
    .filter((hold) => !isPassedOver(hold, now))
    .sort((a, b) => a.queueNumber - b.queueNumber);
}

/** Rule 9: a walk-in never takes a copy that the queue is owed. */
export function availableToWalkIn(circulation: Circulation, now: Date): number {
  if (circulation.title.state !== 'lendable') return 0;
  const free = freeCopies(circulation, now).length;
  const owed = Math.min(free, eligibleInLine(circulation, now).length);
  return free - owed;
}
