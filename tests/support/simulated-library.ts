import type { IsoDuration } from '@/lib/domain/duration';
import type { LendingChange } from '@/lib/domain/lending/changes';
import { isActive } from '@/lib/domain/lending/loan';
import { isOpen, isSuspended, isWaiting, type Hold, type ReadyHold } from '@/lib/domain/lending/hold';
import { titleLending } from '@/lib/domain/lending/title-lending';
import { addMs, day, hour } from '@/lib/domain/time';
import { ObservedPace } from './observed-pace';
import { PureLibrary, start } from './pure-library';
import type { Random } from './random';

/** What people of one library do, as shares of 1; the means by which they return and pick up are drawn around them. */
export type Habits = {
  /** Who returns before the end does so at any moment of the loan. */
  readonly returnsEarly: number;
  readonly renews: number;
  readonly passes: number;
  readonly misses: number;
  /** Of those whose turn passed: who resumes some days later; the others leave the queue. */
  readonly comesBack: number;
  /** Who puts the hold off for some days, or leaves, while waiting. */
  readonly suspends: number;
  readonly leaves: number;
  readonly picksUpWithinMs: number;
};

export type Shelf = { readonly copies: number; readonly askedADay: number; readonly loanPeriod?: IsoDuration };

/** What one member was told on queueing, and what then happened. */
export type Told = { readonly placedAt: Date; readonly shelf: Shelf; readonly position: number; readonly expectedMs: number; readonly latestMs: number; readonly waitedMs: number; readonly overtaken: boolean };

/** Months of a library with several titles: the plain rules, members who come by chance, and the times exact to the millisecond. */
export function playMonths({ days, shelves, habits, random }: { days: number; shelves: readonly Shelf[]; habits: Habits; random: Random }): readonly Told[] {
  const agenda: Planned[] = [];
  const pace = new ObservedPace();
  const titles = shelves.map((shelf, at) => new PlayedTitle(shelf, habits, random, pace, `t${at}`, (planned) => agenda.push(planned)));
  for (;;) {
    const next = takeFirst(agenda);
    if (next === undefined || next.at > addMs(start, days * day)) return titles.flatMap(({ told }) => told);
    next.act(next.at);
  }
}

type Planned = { readonly at: Date; readonly act: (now: Date) => void };

function takeFirst(agenda: Planned[]): Planned | undefined {
  let first = 0;
  for (let at = 1; at < agenda.length; at += 1) if (Number(agenda[at]?.at) < Number(agenda[first]?.at)) first = at;
  return agenda.splice(first, 1)[0];
}

class PlayedTitle {
  readonly told: Told[] = [];
  private readonly library: PureLibrary;
  private readonly asked = new Map<string, Omit<Told, 'waitedMs' | 'overtaken'> & { readonly behind: readonly string[] }>();
  private readonly resumedOf: string[] = [];
  private read = 0;
  private members = 0;

  constructor(
    private readonly shelf: Shelf,
    private readonly habits: Habits,
    private readonly random: Random,
    private readonly pace: ObservedPace,
    private readonly name: string,
    private readonly plan: (planned: Planned) => void,
  ) {
    this.library = new PureLibrary(shelf.copies, shelf.loanPeriod === undefined ? {} : { loanPeriod: shelf.loanPeriod });
    this.planVisitor(start);
  }

  /** Whoever comes borrows; who is refused queues, and is told how long. */
  private planVisitor(from: Date): void {
    this.at(addMs(from, this.after(day / this.shelf.askedADay)), (now) => {
      const memberId = `${this.name}-m${(this.members += 1)}`;
      const borrowed = this.library.borrow(memberId);
      if (!borrowed.ok && this.library.placeHold(memberId).ok) this.listen(memberId, now);
      this.planVisitor(now);
    });
  }

  private listen(memberId: string, now: Date): void {
    const { circulation } = this.library;
    const hold = this.library.holdOf(memberId);
    if (hold === undefined) throw new TypeError('who queues has a hold');
    const ahead = circulation.holds.filter(isWaiting).filter((one) => one.queueNumber < hold.queueNumber);
    const aheadCount = ahead.filter((one) => !isSuspended(one, now)).length;
    const { position, estimatedWait } = titleLending({ circulation, borrower: this.library.borrower(memberId), aheadCount, pace: this.pace.at(now), now });
    if (position === null || estimatedWait === null) throw new TypeError('who queues for a copy is told a place and a wait');
    const behind = ahead.filter((one) => isSuspended(one, now)).map(({ id }) => id);
    this.asked.set(hold.id, { placedAt: now, shelf: this.shelf, position, ...estimatedWait, behind });
    if (this.random.chance(this.habits.suspends)) this.at(addMs(now, this.after(2 * day)), () => this.library.suspendHold(memberId, addMs(this.library.now, this.after(4 * day) + hour)));
    if (this.random.chance(this.habits.leaves)) this.at(addMs(now, this.after(4 * day)), () => this.library.cancelHold(memberId));
  }

  /** An act at its time, and what follows from everything that it changed. */
  private at(at: Date, act: (now: Date) => void): void {
    this.plan({ at, act: (now) => {
      this.library.now = now;
      act(now);
      for (const change of this.library.log.slice(this.read)) this.follow(change);
      this.read = this.library.log.length;
      this.forgetEnded();
    } });
  }

  private settleAt(at: Date): void {
    this.at(at, () => this.library.settle());
  }

  private follow(change: LendingChange): void {
    const hold = 'holdId' in change ? this.library.circulation.holds.find((one) => one.id === change.holdId) : undefined;
    switch (change.kind) {
      case 'loan-began': {
        this.settleAt(change.dueAt);
        const { memberId, at } = change;
        if (this.random.chance(this.habits.returnsEarly)) this.at(addMs(at, this.random.fraction() * (change.dueAt.getTime() - at.getTime())), () => this.library.returnLoan(memberId));
        if (this.random.chance(this.habits.renews)) this.at(addMs(change.dueAt, -this.random.fraction() * day), () => this.library.renew(memberId));
        return;
      }
      case 'loan-renewed':
        return this.settleAt(change.dueAt);
      case 'loan-ended': {
        const loan = this.library.circulation.loans.find((one) => one.id === change.loanId);
        return loan && this.pace.loanEnded(loan, change.at);
      }
      case 'offer-made':
        this.settleAt(change.readyUntil);
        return hold?.state === 'ready' ? this.turnOf(hold, change.at) : undefined;
      case 'hold-suspended':
        this.asked.delete(change.holdId);
        return change.until === null ? undefined : this.settleAt(change.until);
      case 'hold-resumed':
        this.resumedOf.push(change.holdId);
        return;
      case 'offer-passed':
      case 'offer-missed':
        return hold && this.afterMiss(hold, change.at);
      case 'hold-cancelled':
        return void this.asked.delete(change.holdId);
      default:
        return;
    }
  }

  private turnOf(hold: ReadyHold, at: Date): void {
    const said = this.asked.get(hold.id);
    this.asked.delete(hold.id);
    if (said !== undefined) {
      const { behind, ...facts } = said;
      this.told.push({ ...facts, waitedMs: at.getTime() - said.placedAt.getTime(), overtaken: behind.some((id) => this.resumedOf.includes(id)) });
    }
    const pickedUpAt = addMs(at, Math.min(this.after(this.habits.picksUpWithinMs / 2), this.habits.picksUpWithinMs));
    const does = this.random.fraction();
    if (does < this.habits.passes) return this.at(addMs(at, this.after(2 * hour)), () => this.library.passOffer(hold.memberId));
    if (does < this.habits.passes + this.habits.misses) return;
    this.at(pickedUpAt, (now) => {
      if (this.library.borrow(hold.memberId).ok) this.pace.pickedUp(hold, now);
    });
  }

  private afterMiss({ memberId }: Hold, at: Date): void {
    const comesBack = this.random.chance(this.habits.comesBack);
    this.at(addMs(at, this.after(3 * day)), () => (comesBack ? this.library.resumeHold(memberId) : this.library.cancelHold(memberId)));
  }

  /** As the next load from the database would bring it. */
  private forgetEnded(): void {
    const { circulation } = this.library;
    const running = new Set([...circulation.loans.filter(isActive).map(({ id }) => id), ...circulation.holds.flatMap((hold) => (hold.state === 'ready' ? [hold.offerId] : []))]);
    this.library.circulation = { ...circulation, loans: circulation.loans.filter(isActive), holds: circulation.holds.filter(isOpen), uses: circulation.uses.filter(({ id }) => running.has(id)) };
  }

  /** A span drawn around a mean, as people come by chance. */
  private after(meanMs: number): number {
    return Math.ceil(-Math.log(1 - this.random.fraction()) * meanMs);
  }
}
