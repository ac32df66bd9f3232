import type { Hold } from './hold';
import type { Licence, LicenceModel } from './licence';
import type { Loan } from './loan';
import type { Limits, TermsOfTitle } from './policy';
import type { Standing } from './standing';

/** The part of one title's lending that a rule needs. Rules take it with the time and answer what is true afterwards. */
export type Circulation = {
  readonly title: LentTitle;
  /** Licences that have not ended, and those that copies in stock belong to. */
  readonly licences: readonly Licence[];
  /** Copies in stock: those not retired yet. */
  readonly copies: readonly Copy[];
  /** Every use of a copy that runs or is still marked as running, and those of the loans below. */
  readonly uses: readonly Use[];
  /** Loans of a copy still marked active, and the member's own that a rule asked for. Of simultaneous use (no limit) never all. */
  readonly loans: readonly Loan[];
  /** Ready holds, the head of the queue that the copies can serve, and the member's own. Never all holds. */
  readonly holds: readonly Hold[];
  /** Waiting holds that are not marked as suspended; known where a rule tells a member about the queue, else null. */
  readonly waitingCount: number | null;
};

export type LentTitle = {
  readonly id: string;
  readonly state: 'lendable' | 'unpublished' | 'withdrawn';
  /** Set where a withdrawn title's running loans end with it (a rights problem). */
  readonly loansEndBecause: string | null;
} & TermsOfTitle;

export type Copy = {
  readonly id: string;
  readonly licenceId: string;
  readonly addedAt: Date;
  /** Set while the copy is to leave as soon as it is home. */
  readonly retiringAt: Date | null;
  readonly retiredAt: Date | null;
};

/** A span in which a copy is lent or set aside, half-open. A loan's use has the loan's id; simultaneous use needs no copy. */
export type Use = {
  readonly id: string;
  readonly copyId: string | null;
  readonly licenceId: string;
  readonly licenceModel: LicenceModel;
  readonly kind: 'loan' | 'offer';
  readonly from: Date;
  readonly until: Date;
};

/** The member who acts, with what counts across titles at this moment. */
export type Borrower = {
  readonly memberId: string;
  readonly standing: Standing;
  readonly category: string | null;
  readonly limits: Limits;
  /** Loans running now, in all titles (rule 6: limits count what runs now), without those of simultaneous use. */
  readonly runningLoans: readonly { readonly id: string; readonly titleId: string; readonly dueAt: Date }[];
  /** Holds waiting now, or ready with the window still open, in all titles. */
  readonly openHoldCount: number;
};

/** The time of an act, and names for what it makes: both come in, so that rules stay plain. */
export type Moment = { readonly now: Date; readonly freshId: () => string };
