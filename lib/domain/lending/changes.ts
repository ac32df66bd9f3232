import type { Outcome } from '../outcome';
import type { RefusalCode } from '../refusal';
import type { CancelReason } from './hold';
import type { LicenceEndCause, LicenceTerms } from './licence';
import type { LoanEnd } from './loan';

/** Everything that can happen to a title's lending. Applied in order (apply.ts) they give the state; saved they are its events. */
export type LendingChange =
  | { readonly kind: 'loan-began'; readonly at: Date; readonly loanId: string; readonly memberId: string; readonly licenceId: string; readonly copyId: string | null; readonly dueAt: Date }
  | { readonly kind: 'loan-renewed'; readonly at: Date; readonly loanId: string; readonly dueAt: Date }
  | { readonly kind: 'loan-credited'; readonly at: Date; readonly loanId: string; readonly dueAt: Date; readonly outageId: string }
  | { readonly kind: 'loan-ended'; readonly at: Date; readonly loanId: string; readonly end: LoanEnd; readonly reason: string | null }
  | { readonly kind: 'hold-placed'; readonly at: Date; readonly holdId: string; readonly memberId: string; readonly queueNumber: number }
  | { readonly kind: 'offer-made'; readonly at: Date; readonly holdId: string; readonly offerId: string; readonly copyId: string; readonly readyUntil: Date }
  | { readonly kind: 'offer-withdrawn'; readonly at: Date; readonly holdId: string }
  | { readonly kind: 'offer-passed'; readonly at: Date; readonly holdId: string; readonly until: Date | null }
  | { readonly kind: 'offer-missed'; readonly at: Date; readonly holdId: string }
  | { readonly kind: 'offer-extended'; readonly at: Date; readonly holdId: string; readonly readyUntil: Date; readonly outageId: string }
  | { readonly kind: 'hold-fulfilled'; readonly at: Date; readonly holdId: string; readonly loanId: string }
  | { readonly kind: 'hold-lapsed'; readonly at: Date; readonly holdId: string }
  | { readonly kind: 'hold-cancelled'; readonly at: Date; readonly holdId: string; readonly reason: CancelReason; readonly note?: string }
  | { readonly kind: 'hold-suspended'; readonly at: Date; readonly holdId: string; readonly until: Date | null }
  | { readonly kind: 'hold-resumed'; readonly at: Date; readonly holdId: string }
  | { readonly kind: 'hold-moved'; readonly at: Date; readonly holdId: string; readonly queueNumber: number; readonly note: string }
  | { readonly kind: 'miss-undone'; readonly at: Date; readonly holdId: string; readonly resumes: boolean; readonly outageId: string }
  | { readonly kind: 'hold-restored'; readonly at: Date; readonly holdId: string; readonly outageId: string }
  | { readonly kind: 'licence-added'; readonly at: Date; readonly licenceId: string; readonly terms: LicenceTerms; readonly purchase: Purchase }
  | { readonly kind: 'licence-ended'; readonly at: Date; readonly licenceId: string; readonly because: LicenceEndCause; readonly reason: string | null; readonly loansEnd: boolean }
  | { readonly kind: 'copy-added'; readonly at: Date; readonly copyId: string; readonly licenceId: string }
  | { readonly kind: 'copy-retiring'; readonly at: Date; readonly copyId: string }
  | { readonly kind: 'copy-kept'; readonly at: Date; readonly copyId: string }
  | { readonly kind: 'copy-retired'; readonly at: Date; readonly copyId: string }
  | { readonly kind: 'title-withdrawn'; readonly at: Date; readonly reason: string; readonly loansEnd: boolean }
  | { readonly kind: 'withdrawal-undone'; readonly at: Date }
  | { readonly kind: 'turned-away'; readonly at: Date; readonly memberId: string; readonly turnaway: TurnawayKind }
  | { readonly kind: 'refused'; readonly at: Date; readonly act: LendingAct; readonly code: RefusalCode };

/** What the library keeps about buying a licence; no rule reads it. */
export type Purchase = { readonly priceRupiah: number | null; readonly vendor: string | null; readonly orderNumber: string | null; readonly note: string | null };

export type TurnawayKind = 'no-copy-available' | 'licence-ended' | 'hold-placed';
export type LendingAct = 'borrow' | 'renew' | 'place-hold';

/** What a rule decides: an outcome for the one who asked, and what changes. A refusal may change something too (a turnaway). */
export type Decision<T> = { readonly outcome: Outcome<T>; readonly changes: readonly LendingChange[] };
