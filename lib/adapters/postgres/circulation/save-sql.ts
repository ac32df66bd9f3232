// One statement a kind of row, for one row or a thousand: each takes its rows as one JSON array.
export type Statement = { readonly name: string; readonly text: string };
export type Values = Readonly<Record<string, unknown>>;

export const moveUses: Statement = {
  name: 'move-uses',
  text: `UPDATE "CopyUse" u SET "until" = r."until" FROM json_to_recordset($1::json) AS r("id" uuid, "until" timestamptz) WHERE u."id" = r."id"`,
};
export const insertUses: Statement = {
  name: 'insert-uses',
  text: `INSERT INTO "CopyUse" ("id", "titleId", "licenceId", "licenceModel", "copyId", "kind", "from", "until")
    SELECT * FROM json_to_recordset($1::json) AS r("id" uuid, "titleId" uuid, "licenceId" uuid, "licenceModel" text, "copyId" uuid, "kind" text, "from" timestamptz, "until" timestamptz)`,
};
export const updateCopies: Statement = {
  name: 'update-copies',
  text: `UPDATE "Copy" c SET "retiringAt" = r."retiringAt", "retiredAt" = r."retiredAt"
    FROM json_to_recordset($1::json) AS r("id" uuid, "retiringAt" timestamptz, "retiredAt" timestamptz) WHERE c."id" = r."id"`,
};
export const insertCopies: Statement = {
  name: 'insert-copies',
  text: `INSERT INTO "Copy" ("id", "titleId", "licenceId", "addedAt")
    SELECT * FROM json_to_recordset($1::json) AS r("id" uuid, "titleId" uuid, "licenceId" uuid, "addedAt" timestamptz)`,
};
export const insertLicences: Statement = {
  name: 'insert-licences',
  text: `INSERT INTO "Licence" ("id", "titleId", "createdAt", "model", "expiresAt", "checkoutsLimit", "loanLength", "priceRupiah", "vendor", "orderNumber", "note")
    SELECT * FROM json_to_recordset($1::json) AS r("id" uuid, "titleId" uuid, "createdAt" timestamptz, "model" text, "expiresAt" timestamptz, "checkoutsLimit" int, "loanLength" text,
      "priceRupiah" bigint, "vendor" text, "orderNumber" text, "note" text)`,
};
export const endLicences: Statement = {
  name: 'end-licences',
  text: `UPDATE "Licence" l SET "endedAt" = r."endedAt", "endedBecause" = r."endedBecause", "endedReason" = r."endedReason", "endsLoans" = r."endsLoans"
    FROM json_to_recordset($1::json) AS r("id" uuid, "endedAt" timestamptz, "endedBecause" text, "endedReason" text, "endsLoans" boolean) WHERE l."id" = r."id"`,
};
export const updateLoans: Statement = {
  name: 'update-loans',
  text: `UPDATE "Loan" l SET "state" = r."state", "dueAt" = r."dueAt", "endedAt" = r."endedAt", "endedReason" = r."endedReason", "renewalCount" = r."renewalCount"
    FROM json_to_recordset($1::json) AS r("id" uuid, "state" text, "dueAt" timestamptz, "endedAt" timestamptz, "endedReason" text, "renewalCount" int) WHERE l."id" = r."id"`,
};
export const insertLoans: Statement = {
  name: 'insert-loans',
  text: `INSERT INTO "Loan" ("id", "titleId", "memberId", "state", "borrowedAt", "dueAt", "endedAt", "endedReason", "renewalCount")
    SELECT * FROM json_to_recordset($1::json) AS r("id" uuid, "titleId" uuid, "memberId" uuid, "state" text, "borrowedAt" timestamptz, "dueAt" timestamptz, "endedAt" timestamptz, "endedReason" text, "renewalCount" int)`,
};
export const updateHolds: Statement = {
  name: 'update-holds',
  text: `UPDATE "Hold" h SET "state" = r."state", "queueNumber" = r."queueNumber", "offerId" = r."offerId", "readyAt" = coalesce(r."readyAt", h."readyAt"), "readyUntil" = coalesce(r."readyUntil", h."readyUntil"),
      "missedCount" = r."missedCount", "suspendedAt" = r."suspendedAt", "suspendedUntil" = r."suspendedUntil",
      "endedAt" = r."endedAt", "endedReason" = r."endedReason", "fulfilledLoanId" = r."fulfilledLoanId"
    FROM json_to_recordset($1::json) AS r("id" uuid, "state" text, "queueNumber" bigint, "offerId" uuid, "readyAt" timestamptz, "readyUntil" timestamptz, "missedCount" int,
      "suspendedAt" timestamptz, "suspendedUntil" timestamptz, "endedAt" timestamptz, "endedReason" text, "fulfilledLoanId" uuid) WHERE h."id" = r."id"`,
};
export const insertHolds: Statement = {
  name: 'insert-holds',
  text: `INSERT INTO "Hold" ("id", "titleId", "memberId", "queueNumber", "state", "placedAt", "missedCount")
    SELECT * FROM json_to_recordset($1::json) AS r("id" uuid, "titleId" uuid, "memberId" uuid, "queueNumber" bigint, "state" text, "placedAt" timestamptz, "missedCount" int)`,
};
export const insertTurnaways: Statement = {
  name: 'insert-turnaways',
  text: `INSERT INTO "Turnaway" ("titleId", "memberId", "kind", "at") SELECT * FROM json_to_recordset($1::json) AS r("titleId" uuid, "memberId" uuid, "kind" text, "at" timestamptz)`,
};
export const insertEvents: Statement = {
  name: 'insert-events',
  text: `INSERT INTO "LendingEvent" ("titleId", "at", "kind", "actorKind", "librarianId", "channel", "loanId", "holdId", "copyId", "facts")
    SELECT * FROM json_to_recordset($1::json) AS r("titleId" uuid, "at" timestamptz, "kind" text, "actorKind" text, "librarianId" uuid, "channel" text, "loanId" uuid, "holdId" uuid, "copyId" uuid, "facts" jsonb)`,
};
export const touchTitles: Statement = {
  name: 'touch-titles',
  text: `UPDATE "Title" t SET "lendingChangedAt" = r."now", "borrowCount" = t."borrowCount" + r."borrows",
      "withdrawnAt" = coalesce(t."withdrawnAt", r."withdrawnAt"), "withdrawnReason" = coalesce(r."withdrawnReason", t."withdrawnReason"),
      "withdrawalEndsLoans" = t."withdrawalEndsLoans" OR r."loansEnd"
    FROM json_to_recordset($1::json) AS r("id" uuid, "now" timestamptz, "borrows" int, "withdrawnAt" timestamptz, "withdrawnReason" text, "loansEnd" boolean) WHERE t."id" = r."id"`,
};
