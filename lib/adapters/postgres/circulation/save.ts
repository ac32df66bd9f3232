import type pg from 'pg';
import type { Actor } from '@/lib/domain/actor';
import type { LendingChange } from '@/lib/domain/lending/changes';
import type { Circulation } from '@/lib/domain/lending/circulation';
import { isOpen } from '@/lib/domain/lending/hold';
import { messagesOf } from '@/lib/domain/messages/lending-messages';
import { enqueueing } from '../messages';
import type { Values } from '../rows-statement';
import type { Send } from '../transaction';
import * as sql from './save-sql';

/** What became of one title in one transaction. */
export type Changed = {
  readonly titleId: string;
  readonly actor: Actor;
  readonly before: Circulation;
  readonly after: Circulation;
  readonly changes: readonly LendingChange[];
  readonly now: Date;
};

/**
 * Writes what differs between before and after, with its events and outgoing messages: the only writer of loans, holds,
 * uses and copies. Several titles make the same few statements (the sweep), which travel with the transaction's COMMIT.
 */
export function saveCirculations(send: Send, all: readonly Changed[]): void {
  const changed = all.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return;
  const run = (written: pg.QueryConfig | null) => {
    if (written !== null) send(written);
  };
  const each = <T extends { id: string }>(part: (circulation: Circulation) => readonly T[], keep: (now: T, before: T | undefined) => boolean) =>
    changed.flatMap(({ titleId, before, after }) => {
      const known = new Map(part(before).map((one) => [one.id, one]));
      return part(after).filter((one) => known.get(one.id) !== one && keep(one, known.get(one.id))).map((one) => ({ titleId, ...one }));
    });
  const fresh = (_: object, before: object | undefined) => before === undefined;
  const altered = (_: object, before: object | undefined) => before !== undefined;

  // End old uses before beginning new ones: the exclusion constraint is checked at once. A loan that ends at its due time leaves its use as it is.
  run(sql.moveUses(each((c) => c.uses, (use, before) => before !== undefined && before.until.getTime() !== use.until.getTime())));
  run(sql.updateCopies(each((c) => c.copies, altered)));
  run(sql.insertLicences(changed.flatMap(licencesAdded)));
  run(sql.insertCopies(each((c) => c.copies, fresh)));
  run(sql.insertUses(each((c) => c.uses, fresh)));
  run(sql.endLicences(changed.flatMap(licencesEnded)));
  run(sql.updateLoans(each((c) => c.loans, altered)));
  run(sql.insertLoans(each((c) => c.loans, fresh)));
  // Ends before what stays open: a hold that comes back takes the place of its member's later one, and there would be two for an instant.
  const holds = each((c) => c.holds, altered);
  run(sql.updateHolds(holds.filter((hold) => !isOpen(hold)).map(holdValues)));
  run(sql.updateHolds(holds.filter(isOpen).map(holdValues)));
  run(sql.insertHolds(each((c) => c.holds, fresh).map(holdValues)));
  run(sql.insertTurnaways(changed.flatMap(turnaways)));
  run(sql.insertEvents(changed.flatMap(events)));
  run(sql.touchTitles(changed.map(touched)));
  run(enqueueing(changed.flatMap(({ titleId, changes, after, now }) => changes.flatMap((change) => messagesOf(change, after).map((message) => ({ ...message, titleId, at: now }))))));
}

function holdValues(hold: Circulation['holds'][number] & { titleId: string }): Values {
  const { suspension, standing: _, category: _category, ...rest } = hold;
  return { endedReason: null, fulfilledLoanId: hold.state === 'fulfilled' ? hold.loanId : null, ...rest, suspendedAt: suspension?.at ?? null, suspendedUntil: suspension?.until ?? null };
}

function turnaways({ titleId, changes }: Changed): Values[] {
  return changes.flatMap((change) => (change.kind === 'turned-away' ? [{ titleId, memberId: change.memberId, kind: change.turnaway, at: change.at }] : []));
}

function licencesAdded({ titleId, changes }: Changed): Values[] {
  return changes.flatMap((change) => (change.kind === 'licence-added' ? [{ id: change.licenceId, titleId, createdAt: change.at, ...change.terms, ...change.purchase }] : []));
}

function licencesEnded({ changes }: Changed): Values[] {
  return changes.flatMap((change) => (change.kind === 'licence-ended' ? [{ id: change.licenceId, endedAt: change.at, endedBecause: change.because, endedReason: change.reason, endsLoans: change.loansEnd }] : []));
}

/** Events name members only through loan or hold (rule 12). What time decided, the clock did, whoever made us look. */
function events({ titleId, changes, actor, now }: Changed): Values[] {
  return changes
    .filter((change) => change.kind !== 'turned-away')
    .map((change) => {
      const { kind, at, loanId = null, holdId = null, copyId = null, memberId: _, ...facts } = change as LendingChange & { loanId?: string; holdId?: string; copyId?: string; memberId?: string };
      const by = isClockwork(change, now) ? ({ kind: 'clock', channel: 'clock' } as const) : actor;
      return { titleId, at, kind, loanId, holdId, copyId, facts, actorKind: by.kind, channel: by.channel, librarianId: by.kind === 'librarian' ? by.librarianId : null };
    });
}

function isClockwork(change: LendingChange, now: Date): boolean {
  if (change.kind === 'loan-ended') return change.end === 'expired';
  if (change.kind === 'licence-ended') return change.because !== 'withdrawn';
  if (change.kind === 'hold-cancelled') return change.reason === 'suspended-too-long';
  // early or by the chosen date: settling writes the past, a member acts now
  if (change.kind === 'hold-resumed') return change.at < now;
  return ['hold-lapsed', 'offer-made', 'offer-missed', 'offer-withdrawn', 'copy-retired'].includes(change.kind);
}

function touched({ titleId, changes, now }: Changed): Values {
  const withdrawn = changes.find((change) => change.kind === 'title-withdrawn');
  return { id: titleId, now, borrows: changes.filter((change) => change.kind === 'loan-began').length, withdrawnAt: withdrawn?.at ?? null, withdrawnReason: withdrawn?.reason ?? null, loansEnd: withdrawn?.loansEnd ?? false, isUndone: changes.some(({ kind }) => kind === 'withdrawal-undone') };
}
