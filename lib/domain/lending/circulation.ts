import type { Hold } from './hold';
import type { Loan } from './loan';
import type { Limits, Terms } from './policy';
import type { Standing } from './standing';

/** The part of one title's lending that a rule needs. Rules take it with the time and answer what is true afterwards. */
export type Circulation = {
  readonly title: LentTitle;
  /** Copies in stock: those not retired yet. */
  readonly copies: readonly Copy[];
  /** Every use that runs or is still marked as running. */
  readonly uses: readonly Use[];
  /** Loans still marked active, and the member's own that a rule asked for. */
  readonly loans: readonly Loan[];
  /** Ready holds, the head of the queue that the copies can serve, and the member's own. Never all holds. */
  readonly holds: readonly Hold[];
  /** Waiting holds that are not suspended; known where a rule tells a member about the queue, else null. */
  readonly waitingCount: number | null;
};

export type LentTitle = {
  readonly id: string;
  readonly state: 'lendable' | 'unpublished' | 'withdrawn';
  readonly terms: Terms;
};

export type Copy = {
  readonly id: string;
  readonly licenceId: string;
  readonly licenceModel: string;
  readonly addedAt: Date;
  /** Set while the copy is to leave as soon as it is home. */
  readonly retiringAt: Date | null;
  readonly retiredAt: Date | null;
};

/** A span in which a copy is lent or set aside, half-open. A loan's use has the loan's id. */
export type Use = {
  readonly id: string;
  readonly copyId: string;
  readonly licenceId: string;
  readonly licenceModel: string;
  readonly kind: 'loan' | 'offer';
  readonly from: Date;
  readonly until: Date;
};

/** The member who acts, with what counts across titles at this moment. */
export type Borrower = {
  readonly memberId: string;
  readonly standing: Standing;
  readonly limits: Limits;
  /** Loans running now, in all titles (rule 6: limits count what runs now). */
  readonly runningLoans: readonly { readonly id: string; readonly titleId: string; readonly dueAt: Date }[];
  /** Holds waiting now, or ready with the window still open, in all titles. */
  readonly openHoldCount: number;
};

/** The time of an act, and names for what it makes: both come in, so that rules stay plain. */
export type Moment = { readonly now: Date; readonly freshId: () => string };
