import type { Copy, Use } from '@/lib/domain/lending/circulation';
import type { CancelReason, Hold } from '@/lib/domain/lending/hold';
import type { Licence, LicenceEndCause, LicenceModel } from '@/lib/domain/lending/licence';
import type { Loan, LoanEnd } from '@/lib/domain/lending/loan';
import type { Standing } from '@/lib/domain/lending/standing';

/** Rows as the load statement hands them over in JSON: instants are ISO text. */
export type LoanRow = { id: string; memberId: string | null; pseudonym: string | null; state: 'active' | LoanEnd; borrowedAt: string; dueAt: string; endedAt: string | null; endedReason: string | null; renewalCount: number };
export type HoldRow = {
  id: string; memberId: string | null; pseudonym: string | null; queueNumber: number; state: Hold['state']; placedAt: string; missedCount: number;
  offerId: string | null; readyAt: string | null; readyUntil: string | null; suspendedAt: string | null; suspendedUntil: string | null;
  endedAt: string | null; endedReason: string | null; fulfilledLoanId: string | null;
  blockedAt: string | null; blockedUntil: string | null; validUntil: string | null; category: string | null;
};
export type UseRow = Omit<Use, 'from' | 'until'> & { from: string; until: string };
/** A loan with its use, which has the loan's id; a hold with the use that its offer is, if it has one. */
export type LentRow = LoanRow & UseRow;
export type HeldRow = HoldRow & { [Column in keyof Omit<UseRow, 'id'>]: UseRow[Column] | null };
export type CopyRow = { id: string; licenceId: string; addedAt: string; retiringAt: string | null; retiredAt: string | null };

export type LicenceRow = {
  id: string; model: LicenceModel; expiresAt: string | null; checkoutsLimit: number | null; checkoutsUsed: number; loanLength: string | null;
  endedAt: string | null; endedBecause: LicenceEndCause | null; endedReason: string | null; endsLoans: boolean;
};

export function licenceOf({ id, model, expiresAt, checkoutsLimit, checkoutsUsed, loanLength, ...ended }: LicenceRow): Licence {
  const end = ended.endedAt === null ? null : { at: new Date(ended.endedAt), because: ended.endedBecause ?? 'withdrawn', reason: ended.endedReason, loansEnd: ended.endsLoans };
  return { id, model, expiresAt: instant(expiresAt), checkoutsLimit, checkoutsUsed, loanLength, end };
}

export function loanOf(row: LoanRow): Loan {
  const facts = { id: row.id, memberId: whoever(row), borrowedAt: new Date(row.borrowedAt), dueAt: new Date(row.dueAt), renewalCount: row.renewalCount };
  if (row.state === 'active') return { ...facts, state: 'active' };
  return { ...facts, state: row.state, endedAt: known(row.endedAt), endedReason: row.endedReason };
}

export function holdOf(row: HoldRow): Hold {
  const suspension = row.suspendedAt === null ? null : { at: new Date(row.suspendedAt), until: instant(row.suspendedUntil) };
  const facts = { id: row.id, memberId: whoever(row), queueNumber: Number(row.queueNumber), placedAt: new Date(row.placedAt), missedCount: row.missedCount, suspension, standing: standingOf(row), category: row.category };
  switch (row.state) {
    case 'waiting':
      return { ...facts, state: 'waiting' };
    case 'ready':
      return { ...facts, state: 'ready', offerId: row.offerId ?? '', readyAt: known(row.readyAt), readyUntil: known(row.readyUntil) };
    case 'fulfilled':
      return { ...facts, state: 'fulfilled', loanId: row.fulfilledLoanId ?? '', endedAt: known(row.endedAt) };
    case 'lapsed':
      return { ...facts, state: 'lapsed', endedAt: known(row.endedAt), endedReason: 'window-passed' };
    case 'cancelled':
      return { ...facts, state: 'cancelled', endedAt: known(row.endedAt), endedReason: row.endedReason as CancelReason };
  }
}

export function useOf({ id, copyId, licenceId, licenceModel, kind, from, until }: UseRow): Use {
  return { id, copyId, licenceId, licenceModel, kind, from: new Date(from), until: new Date(until) };
}

/** The copy that is set aside for a ready hold. */
export function offersOf(row: HeldRow): readonly Use[] {
  return row.offerId === null ? [] : [useOf({ ...(row as HeldRow & UseRow), id: row.offerId })];
}

/** Each once, the first: a row that the load statement found in two ways stands there twice. */
export function each<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  if (rows.length < 2) return rows;
  const byId = new Map<string, T>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}

export function copyOf(row: CopyRow): Copy {
  return { ...row, addedAt: new Date(row.addedAt), retiringAt: instant(row.retiringAt), retiredAt: instant(row.retiredAt) };
}

export function standingOf(row: { blockedAt: string | Date | null; blockedUntil: string | Date | null; validUntil: string | Date | null }): Standing {
  return { blockedAt: instant(row.blockedAt), blockedUntil: instant(row.blockedUntil), validUntil: instant(row.validUntil) };
}

function whoever({ memberId, pseudonym }: { memberId: string | null; pseudonym: string | null }): string {
  return memberId ?? pseudonym ?? '';
}

function instant(text: string | Date | null): Date | null {
  return text === null ? null : new Date(text);
}

/** For columns that a CHECK ties to the state. */
function known(text: string | null): Date {
  if (text === null) throw new TypeError('a CHECK of the database ties this column to the state');
  return new Date(text);
}
