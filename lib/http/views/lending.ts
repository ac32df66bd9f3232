import type { Loan } from '@/lib/domain/lending/loan';
import type { HoldReport, LoanReport } from '@/lib/operations/lending/lending-reports';
import type { ShelfHold } from '@/lib/operations/lending/list-holds';
import type { ShelfLoan } from '@/lib/operations/lending/list-loans';
import { estimatedWaitView } from './facts';

export function loanView({ loan, titleId, renewable, now }: LoanReport) {
  const { id, state, borrowedAt, dueAt, renewalCount: renewals } = loan;
  return { id, titleId, state, borrowedAt, dueAt, endedAt: endOf(loan), renewals, renewable, now };
}

export function holdView({ hold, titleId, position, estimatedWait, now }: Omit<HoldReport, 'copies'>) {
  const { id, state, suspension } = hold;
  return {
    id, titleId, state, position, estimatedWait: estimatedWaitView(estimatedWait), readyUntil: hold.state === 'ready' ? hold.readyUntil : null,
    suspendedAt: suspension?.at ?? null, suspendedUntil: suspension?.until ?? null,
    endedAt: 'endedAt' in hold ? hold.endedAt : null, endedReason: 'endedReason' in hold ? hold.endedReason : null, now,
  };
}

export function shelfLoanView({ renewalCount, endedReason: _, coverHash, ...loan }: ShelfLoan) {
  return { ...loan, renewals: renewalCount, coverUrl: coverUrl(coverHash) };
}

export function shelfHoldView({ title, authors, coverHash, ...rest }: ShelfHold) {
  return { ...holdView(rest), title, authors, coverUrl: coverUrl(coverHash) };
}

/** Same-origin and immutable: the hash of what it shows is in the name. */
export function coverUrl(hash: string | null, width: 240 | 480 = 480): string | null {
  return hash === null ? null : `/covers/${hash}-${width}.webp`;
}

function endOf(loan: Loan): Date | null {
  return loan.state === 'active' ? null : loan.endedAt;
}
