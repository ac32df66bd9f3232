/** Rule 3: active, returned (by the member), expired (by time), revoked (by staff). An ended loan stays as it ended. */
export type Loan = LoanFacts & ({ readonly state: 'active' } | EndedLoan);

export type EndedLoan = { readonly state: LoanEnd; readonly endedAt: Date; readonly endedReason: string | null };
export type LoanEnd = 'returned' | 'expired' | 'revoked';

type LoanFacts = {
  readonly id: string;
  readonly memberId: string;
  readonly borrowedAt: Date;
  readonly dueAt: Date;
  readonly renewalCount: number;
};

export type ActiveLoan = Extract<Loan, { state: 'active' }>;

/** Rule 2: a loan ends by the clock, not by the job. */
export function isRunning(loan: Loan, now: Date): loan is ActiveLoan {
  return loan.state === 'active' && now < loan.dueAt;
}

export function isActive(loan: Loan): loan is ActiveLoan {
  return loan.state === 'active';
}
