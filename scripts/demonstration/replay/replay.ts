import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { pool } from '@/lib/adapters/postgres/pool';
import { theClock } from '@/lib/domain/actor';
import { revokeLoan } from '@/lib/domain/lending/end-loan';
import { granted } from '@/lib/domain/outcome';
import { addMs, hour, minute } from '@/lib/domain/time';
import type { Act } from '@/lib/operations/act';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { passOffer } from '@/lib/operations/lending/pass-offer';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { renewLoan } from '@/lib/operations/lending/renew-loan';
import { resumeHold } from '@/lib/operations/lending/resume-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { suspendHold } from '@/lib/operations/lending/suspend-hold';
import { accountId } from '../library/people';
import { Agenda, type Intent, type Plan } from './agenda';

const lanes = 8;
const stepMs = 3 * hour;
const comesBackAfterHours = 9;

/** Lets intents happen through the real rules, in the order of time up to `now`; what they cause (an end, an offer, a lapse) joins the agenda. */
export async function replay(intents: readonly Intent[], now: Date): Promise<{ actCount: number }> {
  const agenda = new Agenda();
  agenda.add(...intents);
  const course: Course = { plans: new Map(), ends: new Map() };
  let actCount = 0;
  while (agenda.next !== undefined && agenda.next.at < now) {
    const until = new Date(Math.min(now.getTime(), agenda.next.at.getTime() + stepMs));
    const titles = byTitle(agenda.takeBefore(until));
    // titles never wait for each other, so they may go side by side; within one the order of time is kept
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let own = titles.shift(); own !== undefined; own = titles.shift()) {
          const count = await replayTitle(own, until, agenda, course);
          actCount += count;
        }
      }),
    );
  }
  return { actCount };
}

function byTitle(intents: readonly Intent[]): Intent[][] {
  const titles = new Map<string, Intent[]>();
  for (const intent of intents) titles.set(intent.titleId, [...(titles.get(intent.titleId) ?? []), intent]);
  return [...titles.values()];
}

/** What the replay keeps in mind: how the holder of a hold will go on, and when each loan and offer is to end by the clock. */
type Course = { readonly plans: Map<string, Plan>; readonly ends: Map<string, number> };

async function replayTitle(intents: readonly Intent[], until: Date, later: Agenda, course: Course): Promise<number> {
  const own = new Agenda();
  own.add(...intents);
  let count = 0;
  for (let batch = own.takeBefore(until); batch.length > 0; batch = own.takeBefore(until)) {
    const [intent, ...rest] = batch;
    own.add(...rest);
    if (intent === undefined) break;
    count += 1;
    for (const caused of await perform(intent, course)) (caused.at < until ? own : later).add(caused);
  }
  return count;
}

/** Does what is meant, if the rules allow it, and answers what follows from it. */
async function perform(intent: Intent, course: Course): Promise<Intent[]> {
  const { at, titleId } = intent;
  switch (intent.kind) {
    case 'borrow':
      return borrow(intent, course);
    case 'queue': {
      const outcome = await placeHold(titleId, intent.memberId, byMember(intent.memberId), { at });
      if (!outcome.ok) return [];
      course.plans.set(outcome.value.hold.id, intent.plan);
      return intent.plan.givesUpAfterHours === null ? [] : [{ kind: 'cancel', at: addMs(at, intent.plan.givesUpAfterHours * hour), titleId, memberId: intent.memberId, holdId: outcome.value.hold.id }];
    }
    case 'return':
      course.ends.delete(intent.loanId);
      await returnLoan(intent.loanId, intent.memberId, byMember(intent.memberId), { at });
      return offersOf(titleId, course);
    case 'renew': {
      const outcome = await renewLoan(intent.loanId, intent.memberId, byMember(intent.memberId), { at });
      return outcome.ok ? [settleAfter(outcome.value.loan.dueAt, titleId, intent.loanId, course)] : [];
    }
    case 'revoke':
      course.ends.delete(intent.loanId);
      await changeCirculation({ titleId, loanId: intent.loanId, actor: { kind: 'librarian', librarianId: accountId('pustakawan'), channel: 'desk' }, decide: ({ circulation }, moment) => revokeLoan(circulation, intent.loanId, 'Berkas sedang diperbaiki', moment.now), report: () => null }, { at });
      return offersOf(titleId, course);
    case 'cancel':
      await cancelHold(intent.holdId, intent.memberId, byMember(intent.memberId), { at });
      return offersOf(titleId, course);
    case 'resume': {
      course.plans.set(intent.holdId, intent.plan);
      const outcome = await resumeHold(intent.holdId, intent.memberId, byMember(intent.memberId), { at });
      return outcome.ok ? offersOf(titleId, course) : [];
    }
    case 'suspend': {
      const holdId = await openHoldOf(intent);
      if (holdId !== null) await suspendHold(holdId, intent.memberId, intent.until, byMember(intent.memberId), { at });
      return offersOf(titleId, course);
    }
    case 'pass': {
      const holdId = await openHoldOf(intent);
      if (holdId !== null) await passOffer(holdId, intent.memberId, byMember(intent.memberId), { at });
      return offersOf(titleId, course);
    }
    case 'settle':
      if (course.ends.get(intent.id) !== at.getTime()) return [];
      await changeCirculation({ titleId, actor: theClock, decide: () => ({ outcome: granted(null), changes: [] }), report: () => null }, { at });
      return offersOf(titleId, course);
  }
}

async function borrow({ at, titleId, memberId, plan }: Extract<Intent, { kind: 'borrow' }>, course: Course): Promise<Intent[]> {
  const outcome = await borrowTitle(titleId, memberId, byMember(memberId), { at });
  if (!outcome.ok) {
    const { refusal } = outcome;
    // a queue of many is joined by few
    const joins = refusal.code === 'no-copy-available' && plan.queuesIfNone && refusal.holdsAhead < 6;
    return joins ? [{ kind: 'queue', at: addMs(at, minute), titleId, memberId, plan }] : [];
  }
  const { loan, began } = outcome.value;
  if (!began) return [];
  course.ends.delete(memberId + titleId);
  const after = (hours: number): Date => addMs(at, hours * hour);
  const caused: Intent[] = [settleAfter(loan.dueAt, titleId, loan.id, course)];
  if (plan.renews) caused.push({ kind: 'renew', at: addMs(loan.dueAt, -9 * hour), titleId, memberId, loanId: loan.id });
  if (plan.revoked) caused.push({ kind: 'revoke', at: after(5), titleId, memberId, loanId: loan.id });
  if (plan.returnAfterHours !== null && after(plan.returnAfterHours) < loan.dueAt) caused.push({ kind: 'return', at: after(plan.returnAfterHours), titleId, memberId, loanId: loan.id });
  return caused;
}

/** Who has been offered a copy since we last looked comes for it, or misses it and resumes the hold some time later; the next miss ends it. */
async function offersOf(titleId: string, course: Course): Promise<Intent[]> {
  const { rows } = await pool().query<{ id: string; memberId: string; readyAt: Date; readyUntil: Date }>(
    { name: 'demonstration-offers', text: `SELECT "id", "memberId", "readyAt", "readyUntil" FROM "Hold" WHERE "titleId" = $1 AND "state" = 'ready'`, values: [titleId] },
  );
  return rows.flatMap(({ id, memberId, readyAt, readyUntil }): Intent[] => {
    const plan = course.plans.get(id);
    course.plans.delete(id);
    if (plan === undefined) return [];
    const taken = plan.takesOfferAfterHours === null ? null : addMs(readyAt, plan.takesOfferAfterHours * hour);
    const missed = { kind: 'resume' as const, at: addMs(readyUntil, comesBackAfterHours * hour), titleId, memberId, holdId: id, plan };
    return [settleAfter(readyUntil, titleId, memberId + titleId, course), ...(taken === null ? [missed] : []), ...(taken !== null && taken < readyUntil ? [{ kind: 'borrow' as const, at: taken, titleId, memberId, plan }] : [])];
  });
}

async function openHoldOf({ titleId, memberId }: { readonly titleId: string; readonly memberId: string }): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Hold" WHERE "titleId" = $1 AND "memberId" = $2 AND "state" IN ('waiting', 'ready')`, [titleId, memberId]);
  return rows[0]?.id ?? null;
}

/** The auto-return task runs every minute; only the last end that was set for a loan or an offer needs it. */
function settleAfter(end: Date, titleId: string, id: string, { ends }: Course): Intent {
  const at = new Date(Math.ceil(end.getTime() / minute) * minute);
  ends.set(id, at.getTime());
  return { kind: 'settle', at, titleId, id };
}

function byMember(memberId: string): Act {
  return { actor: { kind: 'member', memberId, channel: 'web' } };
}
