import { granted, refuse, type Outcome } from '../outcome';
import { addMs, day, isWithin, overlapMs, roundUpToSecond, withoutSpans, type Span } from '../time';
import type { Decision, LendingChange } from './changes';
import { isForEverybody } from './availability';
import type { Circulation } from './circulation';
import { isOpen, isReady, isWaiting, type Hold, type OpenHold } from './hold';
import { withinLicence } from './licence';
import { isRunning } from './loan';

/** An outage that an admin declares, for what the heartbeat cannot see (the line, the storage). It is over. */
export type DeclaredOutage = Span & { readonly id: string };

/** What a declared outage is judged by beside the title's circulation. */
export type OutageHistory = {
  /** The loans whose past credits are all known here: only these are given anything. */
  readonly loanIds: readonly string[];
  /** What outages, noticed or declared, have given to uses already. */
  readonly credited: readonly (Span & { readonly useId: string })[];
  /** Misses during it that the policy forgave and that no outage has undone. */
  readonly missed: readonly { readonly holdId: string; readonly at: Date }[];
};

/** A typing error in the year must not lend everything for a year. */
export const longestOutageMs = 31 * day;

export function outageToDeclare({ from, until }: Span, now: Date): Outcome<Span> {
  const wrong = (path: 'from' | 'until', message: string) => refuse({ code: 'bad-request', errors: [{ path, message }] });
  if (until <= from) return wrong('until', 'until-after-from');
  if (now < until) return wrong('until', 'not-over-yet');
  if (until.getTime() - from.getTime() > longestOutageMs) return wrong('from', 'too-long');
  return granted({ from, until });
}

/**
 * Running loans and offers get the overlap, cut at the licence's end; what was credited already is not credited twice. Holds that
 * lapsed in it return to `waiting` with their number, and a forgiven miss is forgotten. Dates that members chose do not move.
 */
export function creditDeclaredOutage(circulation: Circulation, outage: DeclaredOutage, history: OutageHistory, now: Date): Decision<null> {
  const changes = [...loansCredited(circulation, outage, history, now), ...offersCredited(circulation, outage, history, now), ...missesUndone(circulation, outage, history, now), ...holdsRestored(circulation, outage, now)];
  return { outcome: granted(null), changes };
}

function loansCredited(circulation: Circulation, outage: DeclaredOutage, { loanIds, credited }: OutageHistory, now: Date): LendingChange[] {
  const known = new Set(loanIds);
  return circulation.loans
    .filter((loan) => known.has(loan.id) && isRunning(loan, now))
    .flatMap((loan): LendingChange[] => {
      const dueAt = extended(circulation, { id: loan.id, from: loan.borrowedAt, until: loan.dueAt }, outage, credited);
      return dueAt <= loan.dueAt ? [] : [{ kind: 'loan-credited', at: now, loanId: loan.id, dueAt, outageId: outage.id }];
    });
}

function offersCredited(circulation: Circulation, outage: DeclaredOutage, { credited }: OutageHistory, now: Date): LendingChange[] {
  return circulation.holds
    .filter(isReady)
    .filter((hold) => now < hold.readyUntil)
    .flatMap((hold): LendingChange[] => {
      const readyUntil = extended(circulation, { id: hold.offerId, from: hold.readyAt, until: hold.readyUntil }, outage, credited);
      return readyUntil <= hold.readyUntil ? [] : [{ kind: 'offer-extended', at: now, holdId: hold.id, readyUntil, outageId: outage.id }];
    });
}

/** The end of a running use with the overlap added, without what was given for it before. */
function extended({ uses, licences }: Circulation, use: Span & { readonly id: string }, outage: Span, credited: OutageHistory['credited']): Date {
  const licenceId = uses.find((one) => one.id === use.id)?.licenceId;
  const licence = licences.find((one) => one.id === licenceId);
  // what runs out under a licence that has ended gets no more of it
  if (licence === undefined || licence.end !== null) return use.until;
  const given = credited.filter(({ useId }) => useId === use.id);
  const lostMs = withoutSpans(outage, given).reduce((sum, span) => sum + overlapMs(use, span), 0);
  return withinLicence(licence, roundUpToSecond(addMs(use.until, lostMs)));
}

/** A miss in it counts no more; who was suspended by it is back in line, who has chosen something else since is left as they chose. */
function missesUndone({ title, holds }: Circulation, outage: DeclaredOutage, { missed }: OutageHistory, now: Date): LendingChange[] {
  if (title.state === 'withdrawn') return [];
  return missed.flatMap(({ holdId, at }): LendingChange[] => {
    const hold = holds.filter(isOpen).find(({ id }) => id === holdId);
    if (hold === undefined || !isWithin(outage, at)) return [];
    return [{ kind: 'miss-undone', at: now, holdId, resumes: isSuspendedBy(hold, at), outageId: outage.id }];
  });
}

function isSuspendedBy(hold: OpenHold, missedAt: Date): boolean {
  return isWaiting(hold) && hold.suspension !== null && hold.suspension.until === null && hold.suspension.at.getTime() === missedAt.getTime();
}

function holdsRestored(circulation: Circulation, outage: DeclaredOutage, now: Date): LendingChange[] {
  if (circulation.title.state === 'withdrawn' || isForEverybody(circulation)) return [];
  const lapsed = circulation.holds.filter((hold) => hold.state === 'lapsed' && isWithin(outage, hold.endedAt)).sort((a, b) => a.queueNumber - b.queueNumber);
  const firstOfMember = lapsed.filter((hold, at) => lapsed.findIndex(({ memberId }) => memberId === hold.memberId) === at);
  return firstOfMember.flatMap((hold) => restored(circulation, hold, outage, now));
}

/** Who has queued again since gets the earlier place for the later one; who has the title, or another turn of it, needs none. */
function restored({ loans, holds }: Circulation, lapsed: Hold, { id: outageId }: DeclaredOutage, at: Date): LendingChange[] {
  if (loans.some((loan) => loan.memberId === lapsed.memberId && loan.state === 'active')) return [];
  const again = holds.filter(isOpen).find((hold) => hold.memberId === lapsed.memberId);
  if (again?.state === 'ready') return [];
  const givesWay: LendingChange[] = again === undefined ? [] : [{ kind: 'hold-cancelled', at, holdId: again.id, reason: 'earlier-hold-restored' }];
  return [...givesWay, { kind: 'hold-restored', at, holdId: lapsed.id, outageId }];
}
