import { licenceOf } from './availability';
import type { LendingChange } from './changes';
import type { Circulation, Copy, Use } from './circulation';
import type { Hold } from './hold';
import type { Licence } from './licence';
import type { Loan } from './loan';
import { goodStanding } from './standing';

/** The state after a change. Rules decide, this only writes down: the same function replays the event log. */
export function apply(before: Circulation, change: LendingChange): Circulation {
  const after = writeDown(before, change);
  if (before.waitingCount === null || after.holds === before.holds) return after;
  return { ...after, waitingCount: before.waitingCount + countWaiting(after) - countWaiting(before) };
}

export function applyAll(before: Circulation, changes: readonly LendingChange[]): Circulation {
  return changes.reduce(apply, before);
}

/** Waiting and not marked as suspended, among the holds at hand. */
function countWaiting({ holds }: Circulation): number {
  return holds.filter((hold) => hold.state === 'waiting' && hold.suspension === null).length;
}

function writeDown(before: Circulation, change: LendingChange): Circulation {
  switch (change.kind) {
    case 'loan-began': {
      const loan: Loan = { id: change.loanId, memberId: change.memberId, borrowedAt: change.at, dueAt: change.dueAt, renewalCount: 0, state: 'active' };
      const use = newUse(before, change.loanId, change, 'loan', change.at, change.dueAt);
      return { ...before, loans: [...before.loans, loan], uses: [...before.uses, use], licences: charge(before, use.licenceId) };
    }
    case 'loan-credited':
      return {
        ...before,
        loans: replace(before.loans, change.loanId, (loan) => ({ ...loan, dueAt: change.dueAt })),
        uses: replace(before.uses, change.loanId, (use) => ({ ...use, until: change.dueAt })),
      };
    case 'loan-renewed':
      return {
        ...before,
        loans: replace(before.loans, change.loanId, (loan) => ({ ...loan, dueAt: change.dueAt, renewalCount: loan.renewalCount + 1 })),
        uses: replace(before.uses, change.loanId, (use) => ({ ...use, until: change.dueAt })),
        licences: charge(before, before.uses.find((use) => use.id === change.loanId)?.licenceId),
      };
    case 'loan-ended':
      return {
        ...before,
        loans: replace(before.loans, change.loanId, (loan) => ({ ...loan, state: change.end, endedAt: change.at, endedReason: change.reason })),
        uses: replace(before.uses, change.loanId, (use) => ({ ...use, until: change.at })),
      };
    case 'hold-placed': {
      const { holdId: id, memberId, queueNumber, at: placedAt } = change;
      const hold: Hold = { id, memberId, queueNumber, placedAt, missedCount: 0, suspension: null, standing: goodStanding, category: null, state: 'waiting' };
      return { ...before, holds: [...before.holds, hold] };
    }
    case 'offer-made':
      return {
        ...before,
        holds: replace(before.holds, change.holdId, (hold) => ({ ...core(hold), state: 'ready', offerId: change.offerId, readyAt: change.at, readyUntil: change.readyUntil })),
        uses: [...before.uses, newUse(before, change.offerId, { copyId: change.copyId, licenceId: licenceIdOf(before, change.copyId) }, 'offer', change.at, change.readyUntil)],
      };
    case 'offer-withdrawn':
      return endOffer(before, change.holdId, change.at, (hold) => ({ ...core(hold), state: 'waiting' }));
    case 'offer-passed':
      return endOffer(before, change.holdId, change.at, (hold) => ({ ...core(hold), suspension: { at: change.at, until: change.until }, state: 'waiting' }));
    case 'offer-missed':
      return endOffer(before, change.holdId, change.at, (hold) => ({ ...core(hold), missedCount: hold.missedCount + 1, suspension: { at: change.at, until: null }, state: 'waiting' }));
    case 'offer-extended':
      return endOffer(before, change.holdId, change.readyUntil, (hold) => ({ ...hold, ...(hold.state === 'ready' ? { readyUntil: change.readyUntil } : {}) }));
    case 'hold-fulfilled':
      return endOffer(before, change.holdId, change.at, (hold) => ({ ...core(hold), state: 'fulfilled', loanId: change.loanId, endedAt: change.at }));
    case 'hold-lapsed':
      return endOffer(before, change.holdId, change.at, (hold) => ({ ...core(hold), missedCount: hold.missedCount + 1, state: 'lapsed', endedAt: change.at, endedReason: 'window-passed' }));
    case 'hold-cancelled':
      return endOffer(before, change.holdId, change.at, (hold) => ({ ...core(hold), state: 'cancelled', endedAt: change.at, endedReason: change.reason }));
    case 'licence-added':
      return { ...before, licences: [...before.licences, { id: change.licenceId, ...change.terms, checkoutsUsed: 0, end: null }] };
    case 'licence-ended': {
      const { at, because, reason, loansEnd } = change;
      return { ...before, licences: replace(before.licences, change.licenceId, (licence) => ({ ...licence, end: { at, because, reason, loansEnd } })) };
    }
    case 'hold-suspended':
      return { ...before, holds: replace(before.holds, change.holdId, (hold) => ({ ...hold, suspension: { at: hold.suspension?.at ?? change.at, until: change.until } })) };
    case 'hold-resumed':
      return { ...before, holds: replace(before.holds, change.holdId, (hold) => ({ ...hold, suspension: null })) };
    case 'hold-moved':
      return { ...before, holds: replace(before.holds, change.holdId, (hold) => ({ ...hold, queueNumber: change.queueNumber })) };
    case 'miss-undone':
      return { ...before, holds: replace(before.holds, change.holdId, (hold) => ({ ...hold, missedCount: Math.max(0, hold.missedCount - 1), suspension: change.resumes ? null : hold.suspension })) };
    case 'hold-restored':
      return { ...before, holds: replace(before.holds, change.holdId, (hold) => ({ ...core(hold), missedCount: Math.max(0, hold.missedCount - 1), suspension: null, state: 'waiting' })) };
    case 'copy-added': {
      const copy: Copy = { id: change.copyId, licenceId: change.licenceId, addedAt: change.at, retiringAt: null, retiredAt: null };
      return { ...before, copies: before.copies.toSpliced(placeOf(copy, before.copies), 0, copy) };
    }
    case 'copy-retiring':
      return { ...before, copies: replace(before.copies, change.copyId, (copy) => ({ ...copy, retiringAt: change.at })) };
    case 'copy-kept':
      return { ...before, copies: replace(before.copies, change.copyId, (copy) => ({ ...copy, retiringAt: null })) };
    case 'copy-retired':
      return { ...before, copies: replace(before.copies, change.copyId, (copy) => ({ ...copy, retiringAt: copy.retiringAt ?? change.at, retiredAt: change.at })) };
    case 'title-withdrawn':
      return { ...before, title: { ...before.title, state: 'withdrawn', loansEndBecause: change.loansEnd ? change.reason : null } };
    case 'withdrawal-undone':
      return { ...before, title: { ...before.title, state: 'lendable', loansEndBecause: null } };
    case 'turned-away':
    case 'refused':
      return before;
  }
  change satisfies never;
}

function newUse(circulation: Circulation, id: string, { copyId, licenceId }: Pick<Use, 'copyId' | 'licenceId'>, kind: Use['kind'], from: Date, until: Date): Use {
  return { id, copyId, licenceId, licenceModel: licenceOf(circulation, licenceId).model, kind, from, until };
}

function licenceIdOf({ copies }: Circulation, copyId: string): string {
  const copy = copies.find((one) => one.id === copyId);
  if (copy === undefined) throw new TypeError(`copy ${copyId} is not in this circulation`);
  return copy.licenceId;
}

/** A loan or renewal of a licence that counts them is charged; the database counts by itself (a trigger). */
function charge({ licences }: Circulation, licenceId: string | undefined): readonly Licence[] {
  return replace(licences, licenceId ?? '', (licence) => (licence.checkoutsLimit === null ? licence : { ...licence, checkoutsUsed: licence.checkoutsUsed + 1 }));
}

/** Moves the end of a ready hold's use and changes the hold; a waiting hold has no use to end. */
function endOffer(before: Circulation, holdId: string, until: Date, become: (hold: Hold) => Hold): Circulation {
  const hold = before.holds.find((one) => one.id === holdId);
  const uses = hold?.state === 'ready' ? replace(before.uses, hold.offerId, (use) => ({ ...use, until })) : before.uses;
  return { ...before, uses, holds: replace(before.holds, holdId, become) };
}

function core({ id, memberId, queueNumber, placedAt, missedCount, suspension, standing, category }: Hold) {
  return { id, memberId, queueNumber, placedAt, missedCount, suspension, standing, category };
}

function replace<T extends { readonly id: string }>(all: readonly T[], id: string, become: (one: T) => T): readonly T[] {
  return all.map((one) => (one.id === id ? become(one) : one));
}

/**
 * As they came, those of one instant by their ids: so they stand whenever they are read again, and who was offered which keeps
 * deciding which leaves first. Looked up by halves: 10,000 may be bought at once.
 */
function placeOf(copy: Copy, copies: readonly Copy[]): number {
  let [from, to] = [0, copies.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const one = copies[middle];
    if (one !== undefined && (one.addedAt.getTime() - copy.addedAt.getTime() || (one.id < copy.id ? -1 : 1)) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
