import { pool } from './pool';
import type { After } from './lending-lists';

export type LoanState = 'active' | 'returned' | 'expired' | 'revoked';

/** Which loans a librarian asks for; null or undefined: all. Instants are half-open and about `borrowedAt`. */
export type LoanFilter = {
  readonly state?: LoanState | 'ended' | undefined;
  /** A member's id or number, or a part of the name. */
  readonly member?: string | undefined;
  /** A title's id, or a part of its title. */
  readonly title?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
};

export type DatabaseLoan = {
  readonly id: string; readonly titleId: string; readonly title: string; readonly authors: readonly string[];
  readonly state: LoanState; readonly borrowedAt: Date; readonly dueAt: Date; readonly endedAt: Date | null; readonly endedReason: string | null; readonly renewalCount: number;
  /** Null once the retention period is over, whether or not the row has been anonymised yet. */
  readonly memberId: string | null; readonly memberNumber: string | null; readonly memberName: string | null;
  readonly now: Date;
};

/** The database's time, and since when an ended loan still has a name. */
export type NamingMoment = { readonly now: Date; readonly namedSince: Date };

/**
 * One page of the loan database, newest first, one row more than `limit`. What time has decided is said here as well:
 * a loan past its dueAt reads as expired (rule 2), one past the retention period has no member (rule 12).
 */
export async function loansOfLibrary(filter: LoanFilter, page: { limit: number; after: After | null; moment: NamingMoment }): Promise<readonly DatabaseLoan[]> {
  const { rows } = await pool().query<DatabaseLoan>(listed(filter, page));
  return rows;
}

/** One loan of the library; null: no such loan. */
export async function loanOfLibrary(loanId: string, { now, namedSince }: NamingMoment): Promise<DatabaseLoan | null> {
  const { rows } = await pool().query<DatabaseLoan>({ text: `SELECT ${shown} FROM (${seen}) seen WHERE "id" = $3`, values: [now, namedSince, loanId] });
  return rows[0] ?? null;
}

export type LoanEvent = { readonly id: number; readonly at: Date; readonly kind: string; readonly actorKind: 'member' | 'librarian' | 'clock'; readonly channel: string; readonly facts: Readonly<Record<string, unknown>> };

export async function eventsOfLoan(loanId: string): Promise<readonly LoanEvent[]> {
  const { rows } = await pool().query<LoanEvent>('SELECT "id", "at", "kind", "actorKind", "channel", "facts" FROM "LendingEvent" WHERE "loanId" = $1 ORDER BY "id" LIMIT 200', [loanId]);
  return rows;
}

const shown = `"id", "titleId", "title", "authors", "state", "borrowedAt", "dueAt", "endedAt", "endedReason", "renewalCount", "memberId", "memberNumber", "memberName", $1::timestamptz AS "now"`;

// $1 now, $2 since when ended loans are named: as values, so that the list comes straight from the index on borrowedAt.
const ranOut = `l."state" = 'active' AND l."dueAt" <= $1::timestamptz`;
// a librarian's reason is free text that may name somebody: it goes with the name
const isNamed = `coalesce(l."endedAt", l."dueAt") > $2::timestamptz`;
// each loan has its title; a left join begins from it only when it is what was asked for
const seen = `SELECT l."id", l."titleId", t."title", t."authors", CASE WHEN ${ranOut} THEN 'expired' ELSE l."state" END AS "state", l."borrowedAt", l."dueAt",
    CASE WHEN ${ranOut} THEN l."dueAt" ELSE l."endedAt" END AS "endedAt",
    CASE WHEN ${isNamed} THEN l."endedReason" END AS "endedReason", l."renewalCount", l."memberId" AS "lentTo", m."id" AS "memberId", m."memberNumber", m."name" AS "memberName"
  FROM "Loan" l LEFT JOIN "Title" t ON t."id" = l."titleId"
  LEFT JOIN "Member" m ON m."id" = l."memberId" AND m."erasedAt" IS NULL AND ${isNamed}`;

/** Asked as stored, state by state: the newest loans of a large library all run, and an ended one is not looked for among them. */
function inState(state: LoanFilter['state']): string {
  if (state === undefined) return seen;
  if (state === 'active') return `${seen} WHERE l."state" = 'active' AND l."dueAt" > $1::timestamptz`;
  const marked = `${seen} WHERE ${state === 'ended' ? `l."state" <> 'active'` : `l."state" = '${state}'`}`;
  return state === 'ended' || state === 'expired' ? `${marked} UNION ALL ${seen} WHERE ${ranOut}` : marked;
}

function listed({ state, member, title, from, until }: LoanFilter, { limit, after, moment }: { limit: number; after: After | null; moment: NamingMoment }): { text: string; values: unknown[] } {
  const values: unknown[] = [moment.now, moment.namedSince];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = [
    from !== undefined && `"borrowedAt" >= ${value(from)}`,
    until !== undefined && `"borrowedAt" < ${value(until)}`,
    member !== undefined && memberCondition(member, value),
    title !== undefined && (isId(title) ? `"titleId" = ${value(title)}` : `"title" ILIKE ${value(part(title))}`),
    after !== null && `("borrowedAt", "id") < (${value(after.at)}::timestamptz, ${value(after.id)}::uuid)`,
  ].filter((condition) => condition !== false);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return { text: `SELECT ${shown} FROM (${inState(state)}) seen ${where} ORDER BY "borrowedAt" DESC, "id" DESC LIMIT ${value(limit)} + 1`, values };
}

// Only loans that still have a name are found by one: asking for a member tells nothing about older loans.
function memberCondition(member: string, value: (given: unknown) => string): string {
  // the haystack has an index over all of them; what it finds is looked at again
  const named = () => `"erasedAt" IS NULL AND member_haystack("name", "memberNumber", "email", "phone") LIKE lower(${value(part(member))}) AND ("memberNumber" ILIKE ${value(`${escaped(member)}%`)} OR "name" ILIKE ${value(part(member))})`;
  const who = isId(member) ? `"id" = ${value(member)}` : named();
  return `"memberId" IS NOT NULL AND "lentTo" IN (SELECT "id" FROM "Member" WHERE ${who})`;
}

function part(text: string): string {
  return `%${escaped(text)}%`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
