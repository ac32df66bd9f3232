import { isEligibleAt, isNotSuspendedAt, isSuspensionOverAt } from './eligible-sql';

// The statements of the hot path. Named, so that PostgreSQL parses and plans each once a connection. One title or many: each
// part is looked up title by title inside one run of the plan, since starting a plan of this size costs more than running it.

// What is asked for stands in a row of its own: values that the planner saw would make it plan anew for each call.
const given = `given AS MATERIALIZED (SELECT $1::uuid[] AS "titleIds", $2::uuid AS "memberId", $3::uuid AS "loanId", $4::uuid AS "holdId",
  $5::boolean AS "measuresQueue", $6::boolean AS "drawsNumber", $7::timestamptz AS "at", $8::boolean AS "findsLowest", $9::int AS "moreCopies")`;

const ofTitle = (row: string) => `${row}."titleId" = t."id"`;
const inStock = `FROM "Copy" c WHERE ${ofTitle('c')} AND c."retiredAt" IS NULL`;
const columns = (row: string, names: readonly string[]) => names.map((name) => `${row}."${name}"`).join(', ');

// One row by its id. OFFSET keeps it apart: the planner takes the batches below for many, and would read the whole table for them.
const only = (table: string, id: string) => `(SELECT * FROM "${table}" WHERE "id" = ${id} OFFSET 0)`;

const licenceColumns = ['id', 'model', 'expiresAt', 'checkoutsLimit', 'checkoutsUsed', 'loanLength', 'endedAt', 'endedBecause', 'endedReason', 'endsLoans'];
const copyColumns = ['id', 'licenceId', 'addedAt', 'retiringAt', 'retiredAt'];
/** Of the use of a loan, which has the loan's id, or of a hold's offer. */
const useColumns = ['copyId', 'licenceId', 'licenceModel', 'kind', 'from', 'until'];
const loanColumns = ['id', 'memberId', 'pseudonym', 'state', 'borrowedAt', 'dueAt', 'endedAt', 'endedReason', 'renewalCount'];
const holdColumns = [
  'id', 'memberId', 'pseudonym', 'queueNumber', 'state', 'placedAt', 'missedCount', 'offerId', 'readyAt', 'readyUntil',
  'suspendedAt', 'suspendedUntil', 'endedAt', 'endedReason', 'fulfilledLoanId',
];
const memberColumns = ['blockedAt', 'blockedUntil', 'validUntil', 'category'];
/** h is the hold, m its member. */
export const heldColumns = `${columns('h', holdColumns)}, ${columns('m', memberColumns)}`;

// The branches may name a row twice: who reads them counts it once. Loans of simultaneous use are without number: only the copies' and the member's own; those that end come a batch at a time, when no member waits.
const loansInView = `
    SELECT l."id" FROM "Loan" l WHERE ${ofTitle('l')} AND l."state" = 'active' AND NOT everybody."ever"
    UNION ALL SELECT l."id" FROM "Loan" l WHERE l."id" = given."loanId" AND ${ofTitle('l')}
    UNION ALL SELECT l."id" FROM "Loan" l WHERE ${ofTitle('l')} AND l."state" = 'active' AND l."memberId" = given."memberId" AND everybody."ever"
    UNION ALL SELECT l."id" FROM (SELECT c."id" ${inStock} AND everybody."ever") c
      CROSS JOIN LATERAL (SELECT u."id" FROM "CopyUse" u WHERE u."copyId" = c."id" ORDER BY u."until" DESC LIMIT 1) u
      JOIN "Loan" l ON l."id" = u."id" AND l."state" = 'active'
    UNION ALL (SELECT l."id" FROM "Loan" l WHERE ${ofTitle('l')} AND l."state" = 'active' AND given."memberId" IS NULL AND everybody."ever"
      AND (l."dueAt" <= n."now" OR t."withdrawalEndsLoans"
        OR EXISTS (SELECT 1 FROM "CopyUse" u JOIN "Licence" s ON s."id" = u."licenceId" AND s."endsLoans" WHERE u."id" = l."id")) LIMIT 500)`;

// Only the head that is eligible is loaded, never all holds: more than the copies can serve are not needed.
const holdsInView = `
    (SELECT h."id" FROM "Hold" h CROSS JOIN LATERAL ${only('Member', 'h."memberId"')} m
      WHERE ${ofTitle('h')} AND h."state" = 'waiting' AND ${isEligibleAt('n."now"')}
      ORDER BY h."queueNumber" LIMIT (SELECT count(*) + 1 + given."moreCopies" ${inStock}))
    UNION ALL SELECT h."id" FROM "Hold" h WHERE ${ofTitle('h')} AND h."state" = 'ready'
    -- not only 'waiting': the index of who waits is in the order of the queue, and would be read to its end
    UNION ALL SELECT h."id" FROM "Hold" h WHERE ${ofTitle('h')} AND h."memberId" = given."memberId" AND h."state" IN ('waiting', 'ready')
    UNION ALL SELECT h."id" FROM "Hold" h WHERE h."id" = given."holdId" AND ${ofTitle('h')}
    -- suspensions that time has ended, a batch at a time: being eligible does not wait for it (eligible-sql.ts)
    UNION ALL (SELECT h."id" FROM "Hold" h WHERE ${ofTitle('h')} AND h."state" = 'waiting' AND ${isSuspensionOverAt('n."now"')} ORDER BY h."queueNumber" LIMIT 200)
    -- the holds of a withdrawn title, or of one that everybody can have, are cancelled a batch at a time
    UNION ALL (SELECT h."id" FROM "Hold" h WHERE ${ofTitle('h')} AND h."state" = 'waiting' AND (everybody."now" OR t."withdrawnAt" IS NOT NULL) ORDER BY h."queueNumber" LIMIT 200)`;

// Two look-ups and no OR, which would read all holds of the title.
const ownNumber = `coalesce((SELECT h."queueNumber" FROM "Hold" h WHERE h."id" = given."holdId" AND ${ofTitle('h')}),
    (SELECT h."queueNumber" FROM "Hold" h WHERE ${ofTitle('h')} AND h."memberId" = given."memberId" AND h."state" IN ('waiting', 'ready')))`;

// Counted as the rows say; whose suspension time has ended, settling counts.
const countWaiting = (place: string) => `(SELECT count(*) FROM "Hold" h WHERE ${ofTitle('h')} AND h."state" = 'waiting' AND ${isNotSuspendedAt('n."now"')} AND ${place})`;

export const loadStatement = {
  name: 'load-circulations',
  text: `
WITH ${given}
SELECT t."id" AS "titleId", n."now",
  CASE WHEN t."withdrawnAt" IS NOT NULL THEN 'withdrawn' WHEN t."publishedAt" IS NULL OR t."publishedAt" > n."now" THEN 'unpublished' ELSE 'lendable' END AS "state",
  json_build_object('loanPeriod', t."loanPeriod", 'pickupWindow', t."pickupWindow", 'renewalLimit', t."renewalLimit", 'renewalWindow', t."renewalWindow") AS "terms",
  (SELECT row_to_json(p) FROM "Policy" p ORDER BY p."id" DESC LIMIT 1) AS "policy",
  (SELECT json_agg(row_to_json(c)) FROM "CategoryPolicy" c) AS "categories",
  (SELECT s."value" FROM "Setting" s WHERE s."name" = 'pace') AS "pace",
  CASE WHEN t."withdrawalEndsLoans" THEN t."withdrawnReason" END AS "loansEndBecause",
  coalesce((SELECT json_agg(l) FROM (SELECT ${columns('l', licenceColumns)} FROM "Licence" l
    WHERE ${ofTitle('l')} AND (l."endedAt" IS NULL OR l."endsLoans" OR EXISTS (SELECT 1 ${inStock} AND c."licenceId" = l."id")) ORDER BY l."createdAt", l."id") l), '[]') AS "licences",
  coalesce((SELECT json_agg(c) FROM (SELECT ${columns('c', copyColumns)} ${inStock} ORDER BY c."addedAt", c."id") c), '[]') AS "copies",
  coalesce(lent."loans", '[]') AS "loans", coalesce(held."holds", '[]') AS "holds",
  (SELECT b."at" FROM "Heartbeat" b) AS "lastBeatAt", lending_now() AS "clockAt",
  EXISTS (SELECT 1 FROM "Outage" o WHERE o."creditedAt" IS NULL) AS "outageOpen",
  line."ahead" + line."behind" AS "waitingCount", line."ahead" AS "aheadCount",
  CASE WHEN given."drawsNumber" THEN nextval('hold_queue_number') END AS "queueNumber",
  CASE WHEN given."findsLowest" THEN (SELECT min(h."queueNumber") FROM "Hold" h WHERE ${ofTitle('h')}) END AS "lowestNumber"
FROM given JOIN "Title" t ON t."id" = ANY (given."titleIds")
CROSS JOIN LATERAL (SELECT coalesce(given."at", greatest(lending_now(), t."lendingChangedAt")) AS "now") n
CROSS JOIN LATERAL (SELECT count(*) > 0 AS "ever", coalesce(bool_or(l."endedAt" IS NULL AND (l."expiresAt" IS NULL OR l."expiresAt" > n."now")), false) AS "now"
  FROM "Licence" l WHERE ${ofTitle('l')} AND l."model" = 'simultaneous-use') everybody
CROSS JOIN LATERAL (SELECT json_agg(l) AS "loans" FROM (SELECT ${columns('l', loanColumns)}, ${columns('u', useColumns)}
  FROM (${loansInView}) seen CROSS JOIN LATERAL ${only('Loan', 'seen."id"')} l CROSS JOIN LATERAL ${only('CopyUse', 'seen."id"')} u) l) lent
CROSS JOIN LATERAL (SELECT json_agg(h) AS "holds" FROM (SELECT ${heldColumns}, ${columns('u', useColumns)}
  FROM (${holdsInView}) seen CROSS JOIN LATERAL ${only('Hold', 'seen."id"')} h
    LEFT JOIN LATERAL ${only('Member', 'h."memberId"')} m ON true LEFT JOIN LATERAL ${only('CopyUse', 'h."offerId"')} u ON true) h) held
-- each waiting hold is counted once: those ahead of the own one, and from there on
LEFT JOIN LATERAL (SELECT ${countWaiting('h."queueNumber" < own."number"')} AS "ahead", ${countWaiting('h."queueNumber" >= own."number"')} AS "behind"
  FROM (SELECT coalesce(${ownNumber}, 9223372036854775807) AS "number" OFFSET 0) own WHERE given."measuresQueue" OFFSET 0) line ON true`,
};

/** $1 member. What is marked active or open; which of it runs is judged by the time that the other statement answers. */
export const memberStatement = {
  name: 'load-borrower',
  text: `
SELECT m."id", m."emailVerifiedAt" IS NOT NULL OR m."phoneVerifiedAt" IS NOT NULL AS "verified",
  m."blockedAt", m."blockedUntil", m."validUntil", m."category",
  coalesce((SELECT json_agg(json_build_object('id', l."id", 'titleId', l."titleId", 'dueAt', l."dueAt") ORDER BY l."dueAt")
    FROM "Loan" l JOIN "CopyUse" u ON u."id" = l."id" AND u."licenceModel" <> 'simultaneous-use'
    WHERE l."memberId" = m."id" AND l."state" = 'active'), '[]') AS "loans",
  (SELECT count(*) FROM "Hold" h WHERE h."memberId" = m."id" AND h."state" = 'waiting') AS "waitingHoldCount",
  coalesce((SELECT json_agg(h."readyUntil") FROM "Hold" h WHERE h."memberId" = m."id" AND h."state" = 'ready'), '[]') AS "offersUntil"
FROM "Member" m WHERE m."id" = $1 AND m."erasedAt" IS NULL`,
};
