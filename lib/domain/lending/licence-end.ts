import { later } from '../time';
import type { LendingChange } from './changes';
import type { Circulation } from './circulation';
import { isForEverybody, licenceOf } from './availability';
import { isWaiting, type ReadyHold } from './hold';
import { checkoutsLeft } from './licence';
import { isActive, type ActiveLoan } from './loan';

// What settle says of licences and of what ends with them.

/** Rule 2: by the clock, at `dueAt`; or with a title or licence whose loans were ended at once. */
export function loansOver(circulation: Circulation, now: Date): LendingChange[] {
  return circulation.loans.filter(isActive).flatMap((loan): LendingChange[] => {
    if (loan.dueAt <= now) return [{ kind: 'loan-ended', at: loan.dueAt, loanId: loan.id, end: 'expired', reason: null }];
    const reason = endedBecause(circulation, loan);
    return reason === null ? [] : [{ kind: 'loan-ended', at: now, loanId: loan.id, end: 'revoked', reason }];
  });
}

function endedBecause({ title, uses, licences }: Circulation, loan: ActiveLoan): string | null {
  if (title.loansEndBecause !== null) return title.loansEndBecause;
  const licenceId = uses.find((use) => use.id === loan.id)?.licenceId;
  const end = licences.find((one) => one.id === licenceId)?.end;
  return end?.loansEnd === true ? end.reason : null;
}

/** Metered by time, by loans, or by both, whichever ends first. */
export function licencesOver({ licences }: Circulation, now: Date): LendingChange[] {
  return licences
    .filter((licence) => licence.end === null)
    .flatMap((licence): LendingChange[] => {
      const end = { kind: 'licence-ended', licenceId: licence.id, reason: null, loansEnd: false } as const;
      if (licence.expiresAt !== null && licence.expiresAt <= now) return [{ ...end, at: licence.expiresAt, because: 'expired' }];
      return checkoutsLeft(licence) === 0 ? [{ ...end, at: now, because: 'used-up' }] : [];
    });
}

/** When the licence under a running offer ended; null while it has not. */
export function licenceEndOfOffer({ uses, licences }: Circulation, { offerId }: ReadyHold): Date | null {
  const licenceId = uses.find((use) => use.id === offerId)?.licenceId;
  return licences.find((one) => one.id === licenceId)?.end?.at ?? null;
}

/** Once everybody can have the title at once there is nothing to wait for; in batches, as the load brings them. */
export function openedToAll(circulation: Circulation, now: Date): LendingChange[] {
  if (circulation.title.state !== 'lendable' || !isForEverybody(circulation)) return [];
  return circulation.holds.filter(isWaiting).map((hold) => ({ kind: 'hold-cancelled', at: now, holdId: hold.id, reason: 'available-to-all' }));
}

/** The copies go with their licence; one that is lent leaves when it comes home. */
export function copiesOfEndedLicences(circulation: Circulation): LendingChange[] {
  return circulation.copies
    .filter((copy) => copy.retiringAt === null && copy.retiredAt === null)
    .flatMap((copy): LendingChange[] => {
      const { end } = licenceOf(circulation, copy.licenceId);
      return end === null ? [] : [{ kind: 'copy-retiring', at: later(end.at, copy.addedAt), copyId: copy.id }];
    });
}
