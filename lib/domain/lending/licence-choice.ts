import { addMs, roundUpToSecond } from '../time';
import { eligibleInLine, freeCopies, isForEverybody, licenceOf, licencesForAll } from './availability';
import type { Circulation, Copy } from './circulation';
import type { ReadyHold } from './hold';
import { checkoutsLeft, grantedUntil, type Licence } from './licence';

/** What a loan would use and until when; `copyId` is null under simultaneous use. `isFull`: it grants the whole period. */
export type Grant = { readonly licence: Licence; readonly copyId: string | null; readonly until: Date; readonly isFull: boolean };

/**
 * Among those that grant the full period, the soonest-ending first, then perpetual, then those metered by loans with most
 * left; if none grants the full period, the one that grants longest.
 */
function bestFirst(a: Grant, b: Grant): number {
  if (a.isFull !== b.isFull) return a.isFull ? -1 : 1;
  if (!a.isFull && a.until.getTime() !== b.until.getTime()) return b.until.getTime() - a.until.getTime();
  const ends = [a, b].map(({ licence }) => licence.expiresAt?.getTime() ?? Infinity) as [number, number];
  if (ends[0] !== ends[1]) return ends[0] < ends[1] ? -1 : 1;
  const left = [a, b].map(({ licence }) => checkoutsLeft(licence)) as [number, number];
  return left[0] === left[1] ? 0 : left[0] > left[1] ? -1 : 1;
}

/** What a walk-in can borrow now, best first: a copy that the queue is owed is not among it (rule 9). */
export function walkInGrants(circulation: Circulation, periodMs: number, now: Date): readonly Grant[] {
  const owed = isForEverybody(circulation) ? 0 : eligibleInLine(circulation, now).length;
  const copies = copiesToOffer(circulation, now).slice(owed);
  return [...copies.map((copy) => grantOf(circulation, copy, periodMs, now)), ...grantsForAll(circulation, periodMs, now)].sort(bestFirst);
}

/** What the member whose turn it is can borrow: the copy set aside, or whatever all can have. */
export function grantsOfOffer(circulation: Circulation, { offerId }: ReadyHold, periodMs: number, now: Date): readonly Grant[] {
  const aside = circulation.copies.find((copy) => copy.id === circulation.uses.find((use) => use.id === offerId)?.copyId);
  return [...(aside === undefined ? [] : [grantOf(circulation, aside, periodMs, now)]), ...grantsForAll(circulation, periodMs, now)].sort(bestFirst);
}

/** Free copies in the order in which the queue gets them: the full period is to be granted also to who comes at the window's end. */
export function copiesToOffer(circulation: Circulation, now: Date): readonly Copy[] {
  const windowEnd = addMs(now, circulation.title.terms.pickupWindowMs);
  return freeCopies(circulation, now)
    .map((copy) => ({ copy, grant: grantOf(circulation, copy, circulation.title.terms.loanPeriodMs, windowEnd) }))
    .sort((a, b) => bestFirst(a.grant, b.grant))
    .map(({ copy }) => copy);
}

function grantOf(circulation: Circulation, copy: Copy, periodMs: number, from: Date): Grant {
  return granting(licenceOf(circulation, copy.licenceId), copy.id, periodMs, from);
}

function grantsForAll(circulation: Circulation, periodMs: number, now: Date): readonly Grant[] {
  return licencesForAll(circulation).map((licence) => granting(licence, null, periodMs, now));
}

function granting(licence: Licence, copyId: string | null, periodMs: number, from: Date): Grant {
  const until = grantedUntil(licence, from, periodMs);
  return { licence, copyId, until, isFull: until >= roundUpToSecond(addMs(from, periodMs)) };
}
