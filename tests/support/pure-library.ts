import { apply, applyAll } from '@/lib/domain/lending/apply';
import { eligibleInLine } from '@/lib/domain/lending/availability';
import { borrow } from '@/lib/domain/lending/borrow';
import type { Decision, LendingChange } from '@/lib/domain/lending/changes';
import type { Borrower, Circulation, Copy, Moment } from '@/lib/domain/lending/circulation';
import { changeCopyCount } from '@/lib/domain/lending/copy-count';
import { returnLoan } from '@/lib/domain/lending/end-loan';
import { isOpen } from '@/lib/domain/lending/hold';
import type { Licence, LicenceTerms } from '@/lib/domain/lending/licence';
import { addLicence, endLicence } from '@/lib/domain/lending/licences';
import { isRunning } from '@/lib/domain/lending/loan';
import { defaultPolicy, termsOf, type CategoryPolicy, type Policy, type TitleTerms } from '@/lib/domain/lending/policy';
import { moveHoldToFront } from '@/lib/domain/lending/move-hold';
import { cancelHold, placeHold } from '@/lib/domain/lending/queue';
import { extend, renew } from '@/lib/domain/lending/renew';
import { settle, type Settled } from '@/lib/domain/lending/settle';
import { goodStanding, type Standing } from '@/lib/domain/lending/standing';
import { passOffer, resumeHold, suspendHold } from '@/lib/domain/lending/suspend';
import { undoWithdrawal, withdrawTitle } from '@/lib/domain/lending/withdraw';
import { addMs } from '@/lib/domain/time';

export const start = new Date('2026-01-01T00:00:00.000Z');
export const after = (milliseconds: number) => addMs(start, milliseconds);

const silentTitle: TitleTerms = { loanPeriod: null, pickupWindow: null, renewalLimit: null, renewalWindow: null };
const terms = termsOf(defaultPolicy, silentTitle);

export function emptyCirculation(copies: number): Circulation {
  const stock: Copy[] = Array.from({ length: copies }, (_, at) => ({ id: `copy${at}`, licenceId: 'licence', addedAt: start, retiringAt: null, retiredAt: null }));
  return { title: { id: 'title', state: 'lendable', terms, loansEndBecause: null }, licences: [aLicence()], copies: stock, uses: [], loans: [], holds: [], waitingCount: 0 };
}

export function aLicence(more: Partial<Licence> = {}): Licence {
  return { id: 'licence', model: 'perpetual', expiresAt: null, checkoutsLimit: null, loanLength: null, checkoutsUsed: 0, end: null, ...more };
}

export function aBorrower(memberId: string, more: Partial<Borrower> = {}): Borrower {
  return { memberId, standing: goodStanding, category: null, limits: { loanLimit: 5, holdLimit: 5 }, runningLoans: [], openHoldCount: 0, ...more };
}

/** The domain alone, as changeCirculation drives it: settle, one rule, settle. Keeps every change, so that it can be replayed. */
export class PureLibrary {
  circulation: Circulation;
  now = start;
  readonly log: LendingChange[] = [];
  /** What each settling offered, and who was eligible and still waited after it: queue numbers. */
  readonly rounds: { readonly offered: readonly number[]; readonly stillWaiting: readonly number[] }[] = [];
  readonly initial: Circulation;
  private made = 0;
  private numbers = 0;
  private readonly standings = new Map<string, Standing>();
  private readonly categories = new Map<string, string>();

  constructor(
    copies: number,
    private readonly policy: Partial<Policy> = {},
  ) {
    const empty = emptyCirculation(copies);
    this.initial = { ...empty, title: { ...empty.title, terms: termsOf({ ...defaultPolicy, ...policy }, silentTitle) } };
    this.circulation = this.initial;
  }

  pass(milliseconds: number): void {
    this.now = addMs(this.now, milliseconds);
  }

  settle(): void {
    this.decide(() => ({ outcome: { ok: true, value: null }, changes: [] }));
  }

  borrow(memberId: string) {
    return this.decide((circulation, moment) => borrow(circulation, this.borrower(memberId), { holdsAhead: circulation.waitingCount ?? 0, pace: null }, moment));
  }

  returnLoan(memberId: string) {
    const loan = this.circulation.loans.findLast((one) => one.memberId === memberId);
    return loan && this.decide((circulation) => returnLoan(circulation, loan.id, this.now));
  }

  renew(memberId: string) {
    const loan = this.circulation.loans.findLast((one) => one.memberId === memberId);
    return loan && this.decide((circulation) => renew(circulation, loan.id, this.borrower(memberId), this.now));
  }

  placeHold(memberId: string) {
    return this.decide((circulation, moment) => placeHold(circulation, this.borrower(memberId), (this.numbers += 1), moment));
  }

  cancelHold(memberId: string) {
    return this.onLastHold(memberId, (circulation, holdId) => cancelHold(circulation, holdId, { reason: 'by-member' }, this.now));
  }

  suspendHold(memberId: string, until: Date | null = null) {
    return this.onLastHold(memberId, (circulation, holdId) => suspendHold(circulation, holdId, until, this.now));
  }

  resumeHold(memberId: string) {
    return this.onLastHold(memberId, (circulation, holdId) => resumeHold(circulation, holdId, this.now));
  }

  passOffer(memberId: string) {
    return this.onLastHold(memberId, (circulation, holdId) => passOffer(circulation, holdId, this.now));
  }

  moveToFront(memberId: string) {
    const lowestNumber = Math.min(...this.circulation.holds.map((hold) => hold.queueNumber));
    return this.onLastHold(memberId, (circulation, holdId) => moveHoldToFront(circulation, holdId, { lowestNumber, note: 'ujian besok' }, this.now));
  }

  /** A member's hold, the open one if there is one. */
  holdOf(memberId: string) {
    const own = this.circulation.holds.filter((one) => one.memberId === memberId);
    return own.find(isOpen) ?? own.at(-1);
  }

  private onLastHold<T>(memberId: string, rule: (circulation: Circulation, holdId: string) => Decision<T>) {
    const hold = this.holdOf(memberId);
    return hold && this.decide((circulation) => rule(circulation, hold.id));
  }

  changeCopies(count: number) {
    return this.decide((circulation, moment) => changeCopyCount(circulation, count, null, moment));
  }

  withdraw(loansEnd = false) {
    return this.decide((circulation) => withdrawTitle(circulation, { reason: 'hak cipta', loansEnd }, this.now));
  }

  undoWithdrawal() {
    return this.decide((circulation) => undoWithdrawal(circulation, this.now));
  }

  extend(memberId: string) {
    const loan = this.circulation.loans.findLast((one) => one.memberId === memberId);
    return loan && this.decide((circulation) => extend(circulation, loan.id, null, this.now));
  }

  /** Bought now; answers with its id. */
  addLicence({ terms, copies = 1 }: { terms: Partial<LicenceTerms> & Pick<LicenceTerms, 'model'>; copies?: number }) {
    const whole: LicenceTerms = { expiresAt: null, checkoutsLimit: null, loanLength: null, ...terms };
    return this.decide((circulation, moment) => addLicence(circulation, { terms: whole, copies, purchase: { priceRupiah: null, vendor: null, orderNumber: null, note: null } }, moment));
  }

  /** The nth that was bought, counted around. */
  endLicence(which: number, loansEnd = false) {
    const licence = this.circulation.licences[which % this.circulation.licences.length];
    return licence && this.decide((circulation) => endLicence(circulation, licence.id, { reason: 'hak cipta', loansEnd }, this.now));
  }

  /** Which licence, by the order of buying, each loan of a member used. */
  licencesUsedBy(memberId: string): number[] {
    const { loans, uses, licences } = this.circulation;
    return loans.filter((loan) => loan.memberId === memberId).map((loan) => licences.findIndex(({ id }) => id === uses.find((use) => use.id === loan.id)?.licenceId));
  }

  block(memberId: string, until: Date | null): void {
    this.setStanding(memberId, { blockedAt: this.now, blockedUntil: until, validUntil: null });
    this.settle();
  }

  /** What is said for the members of one category, and who they are. */
  setCategory(said: CategoryPolicy, ...memberIds: readonly string[]): void {
    const { title } = this.circulation;
    const termsByCategory = { ...title.termsByCategory, [said.category]: termsOf({ ...defaultPolicy, ...this.policy }, silentTitle, said) };
    this.circulation = { ...this.circulation, title: { ...title, termsByCategory } };
    for (const memberId of memberIds) this.categories.set(memberId, said.category);
  }

  setStanding(memberId: string, standing: Standing): void {
    this.standings.set(memberId, standing);
    this.circulation = { ...this.circulation, holds: this.circulation.holds.map((hold) => (hold.memberId === memberId && isOpen(hold) ? { ...hold, standing } : hold)) };
  }

  borrower(memberId: string): Borrower {
    const runningLoans = this.circulation.loans.filter((loan) => loan.memberId === memberId && isRunning(loan, this.now)).map(({ id, dueAt }) => ({ id, titleId: 'title', dueAt }));
    return aBorrower(memberId, { runningLoans, standing: this.standings.get(memberId) ?? goodStanding, category: this.categories.get(memberId) ?? null });
  }

  private decide<T>(rule: (circulation: Circulation, moment: Moment) => Decision<T>) {
    const moment: Moment = { now: this.now, freshId: () => `id${(this.made += 1)}` };
    const first = settle(this.circulation, moment);
    const { outcome, changes } = rule(first.after, moment);
    let standing = first.after;
    for (const change of changes) standing = this.withStandings(apply(standing, change));
    const last = settle(standing, moment);
    this.rounds.push(this.roundOf(first), this.roundOf(last));
    this.log.push(...first.changes, ...changes, ...last.changes);
    this.circulation = last.after;
    return outcome;
  }

  private roundOf({ after, changes }: Settled) {
    const offered = changes.flatMap((change) => (change.kind === 'offer-made' ? [after.holds.find((hold) => hold.id === change.holdId)?.queueNumber ?? Infinity] : []));
    return { offered, stillWaiting: eligibleInLine(after, this.now).map((hold) => hold.queueNumber) };
  }

  /** As the next load from the database would: each hold with its member's standing and category. */
  private withStandings(circulation: Circulation): Circulation {
    return { ...circulation, holds: circulation.holds.map((hold) => ({ ...hold, standing: this.standings.get(hold.memberId) ?? hold.standing, category: this.categories.get(hold.memberId) ?? hold.category })) };
  }

  replayed(): Circulation {
    return applyAll(this.initial, this.log);
  }
}
