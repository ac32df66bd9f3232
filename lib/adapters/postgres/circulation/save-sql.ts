import { rowsStatement } from '../rows-statement';

// One statement a kind of row.

export const moveUses = rowsStatement('move-uses', { id: 'uuid', until: 'timestamptz' },
  (rows) => `UPDATE "CopyUse" u SET "until" = r."until" FROM ${rows} WHERE u."id" = r."id"`);

export const insertUses = inserting('insert-uses', 'CopyUse', { id: 'uuid', titleId: 'uuid', licenceId: 'uuid', licenceModel: 'text', copyId: 'uuid', kind: 'text', from: 'timestamptz', until: 'timestamptz' });

export const updateCopies = rowsStatement('update-copies', { id: 'uuid', retiringAt: 'timestamptz', retiredAt: 'timestamptz' },
  (rows) => `UPDATE "Copy" c SET "retiringAt" = r."retiringAt", "retiredAt" = r."retiredAt" FROM ${rows} WHERE c."id" = r."id"`);

export const insertCopies = inserting('insert-copies', 'Copy', { id: 'uuid', titleId: 'uuid', licenceId: 'uuid', addedAt: 'timestamptz' });

export const insertLicences = inserting('insert-licences', 'Licence', {
  id: 'uuid', titleId: 'uuid', createdAt: 'timestamptz', model: 'text', expiresAt: 'timestamptz', checkoutsLimit: 'int', loanLength: 'text',
  priceRupiah: 'bigint', vendor: 'text', orderNumber: 'text', note: 'text',
});

export const endLicences = rowsStatement('end-licences', { id: 'uuid', endedAt: 'timestamptz', endedBecause: 'text', endedReason: 'text', endsLoans: 'boolean' },
  (rows) => `UPDATE "Licence" l SET "endedAt" = r."endedAt", "endedBecause" = r."endedBecause", "endedReason" = r."endedReason", "endsLoans" = r."endsLoans" FROM ${rows} WHERE l."id" = r."id"`);

export const updateLoans = rowsStatement('update-loans', { id: 'uuid', state: 'text', dueAt: 'timestamptz', endedAt: 'timestamptz', endedReason: 'text', renewalCount: 'int' },
  (rows) => `UPDATE "Loan" l SET "state" = r."state", "dueAt" = r."dueAt", "endedAt" = r."endedAt", "endedReason" = r."endedReason", "renewalCount" = r."renewalCount" FROM ${rows} WHERE l."id" = r."id"`);

export const insertLoans = inserting('insert-loans', 'Loan', {
  id: 'uuid', titleId: 'uuid', memberId: 'uuid', state: 'text', borrowedAt: 'timestamptz', dueAt: 'timestamptz', endedAt: 'timestamptz', endedReason: 'text', renewalCount: 'int',
});

export const updateHolds = rowsStatement('update-holds', {
  id: 'uuid', state: 'text', queueNumber: 'bigint', offerId: 'uuid', readyAt: 'timestamptz', readyUntil: 'timestamptz', missedCount: 'int',
  suspendedAt: 'timestamptz', suspendedUntil: 'timestamptz', endedAt: 'timestamptz', endedReason: 'text', fulfilledLoanId: 'uuid',
}, (rows) => `UPDATE "Hold" h SET "state" = r."state", "queueNumber" = r."queueNumber", "offerId" = r."offerId", "readyAt" = coalesce(r."readyAt", h."readyAt"), "readyUntil" = coalesce(r."readyUntil", h."readyUntil"),
      "missedCount" = r."missedCount", "suspendedAt" = r."suspendedAt", "suspendedUntil" = r."suspendedUntil",
      "endedAt" = r."endedAt", "endedReason" = r."endedReason", "fulfilledLoanId" = r."fulfilledLoanId"
    FROM ${rows} WHERE h."id" = r."id"`);

export const insertHolds = inserting('insert-holds', 'Hold', { id: 'uuid', titleId: 'uuid', memberId: 'uuid', queueNumber: 'bigint', state: 'text', placedAt: 'timestamptz', missedCount: 'int' });

export const insertTurnaways = inserting('insert-turnaways', 'Turnaway', { titleId: 'uuid', memberId: 'uuid', kind: 'text', at: 'timestamptz' });

export const insertEvents = inserting('insert-events', 'LendingEvent', {
  titleId: 'uuid', at: 'timestamptz', kind: 'text', actorKind: 'text', librarianId: 'uuid', channel: 'text', loanId: 'uuid', holdId: 'uuid', copyId: 'uuid', facts: 'jsonb',
});

export const touchTitles = rowsStatement('touch-titles', { id: 'uuid', now: 'timestamptz', borrows: 'int', withdrawnAt: 'timestamptz', withdrawnReason: 'text', loansEnd: 'boolean', isUndone: 'boolean' },
  (rows) => `UPDATE "Title" t SET "lendingChangedAt" = r."now", "borrowCount" = t."borrowCount" + r."borrows",
      "withdrawnAt" = CASE WHEN NOT r."isUndone" THEN coalesce(t."withdrawnAt", r."withdrawnAt") END, "withdrawnReason" = CASE WHEN NOT r."isUndone" THEN coalesce(r."withdrawnReason", t."withdrawnReason") END,
      "withdrawalEndsLoans" = NOT r."isUndone" AND (t."withdrawalEndsLoans" OR r."loansEnd")
    FROM ${rows} WHERE t."id" = r."id"`);

function inserting(name: string, table: string, columns: Readonly<Record<string, string>>) {
  const names = Object.keys(columns).map((column) => `"${column}"`);
  return rowsStatement(name, columns, (rows) => `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${names.map((column) => `r.${column}`).join(', ')} FROM ${rows}`);
}
