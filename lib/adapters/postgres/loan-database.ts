import { normalMemberNumber } from '@/lib/domain/members/identifier';
import { pool } from './pool';
import type { After } from './lending-lists';

export type LoanState = 'active' | 'returned' | 'expired' | 'revoked';

/** Which loans a librarian asks for; null or undefined: all. Instants are half-open and about `borrowedAt`. */
export type LoanFilter = {
  readonly state?: LoanState | 'ended' | undefined;
  /** A member's id or number, or how a number begins, or a part of the name. */
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
  const member = filter.member === undefined ? undefined : await wholeNumberOr(filter.member);
  const { rows } = await pool().query<DatabaseLoan>(listed({ ...filter, member }, page));
  return rows;
}

/** A whole number, also as the card prints it, means its one member, not also those whose numbers begin so: then it is the id. */
async function wholeNumberOr(member: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>({ name: 'member-numbered', text: `SELECT "id" FROM "Member" WHERE "memberNumber" = ANY($1) AND "erasedAt" IS NULL`, values: [[member, normalMemberNumber(member)]] });
  return rows[0]?.id ?? member;
}

/** One loan of the library; null: no such loan. */
export async function loanOfLibrary(loanId: string, { now, namedSince }: NamingMoment): Promise<DatabaseLoan | null> {
  const { rows } = await pool().query<DatabaseLoan>({ text: `${seen('"Loan"')} WHERE l."id" = $3`, values: [now, namedSince, loanId] });
  return rows[0] ?? null;
}

export type LoanEvent = { readonly id: number; readonly at: Date; readonly kind: string; readonly actorKind: 'member' | 'librarian' | 'clock'; readonly channel: string; readonly facts: Readonly<Record<string, unknown>> };

export async function eventsOfLoan(loanId: string): Promise<readonly LoanEvent[]> {
  const { rows } = await pool().query<LoanEvent>('SELECT "id", "at", "kind", "actorKind", "channel", "facts" FROM "LendingEvent" WHERE "loanId" = $1 ORDER BY "id" LIMIT 200', [loanId]);
  return rows;
}

// $1 now, $2 since when ended loans are named: as values, so that the list comes straight from an index in its order.
const ranOut = `l."state" = 'active' AND l."dueAt" <= $1::timestamptz`;
// a librarian's reason is free text that may name somebody: it goes with the name
const isNamed = `coalesce(l."endedAt", l."dueAt") > $2::timestamptz`;
const newestFirst = `ORDER BY l."borrowedAt" DESC, l."id" DESC`;

/** Loans as a librarian sees them now; `loans` is a table or a query that l stands for. */
function seen(loans: string): string {
  return `SELECT l."id", l."titleId", t."title", t."authors", CASE WHEN ${ranOut} THEN 'expired' ELSE l."state" END AS "state", l."borrowedAt", l."dueAt", CASE WHEN ${ranOut} THEN l."dueAt" ELSE l."endedAt" END AS "endedAt",
    CASE WHEN ${isNamed} THEN l."endedReason" END AS "endedReason", l."renewalCount", m."id" AS "memberId", m."memberNumber", m."name" AS "memberName", $1::timestamptz AS "now"
  FROM ${loans} l JOIN "Title" t ON t."id" = l."titleId" LEFT JOIN "Member" m ON m."id" = l."memberId" AND m."erasedAt" IS NULL AND ${isNamed}`;
}

function listed({ state, member, title, from, until }: LoanFilter, { limit, after, moment }: { limit: number; after: After | null; moment: NamingMoment }): { text: string; values: unknown[] } {
  const values: unknown[] = [moment.now, moment.namedSince];
  const value = (given: unknown) => `$${values.push(given)}`;
  const asked = [
    from !== undefined && `l."borrowedAt" >= ${value(from)}`,
    until !== undefined && `l."borrowedAt" < ${value(until)}`,
    member !== undefined && memberCondition(member, value),
    title !== undefined && (isId(title) ? `l."titleId" = ${value(title)}` : `l."titleId" IN (SELECT "id" FROM "Title" WHERE "title" ILIKE ${value(part(title))})`),
    after !== null && `(l."borrowedAt", l."id") < (${value(after.at)}::timestamptz, ${value(after.id)}::uuid)`,
  ].filter((condition) => condition !== false);
  const page = `${newestFirst} LIMIT ${value(limit)} + 1`;
  const byState: ByState = (states, newest) => `SELECT l.* FROM unnest(${value(states)}::text[]) s ("state") CROSS JOIN LATERAL (${newest}) l`;
  const loans = loansIn(state, byState, (stored) => `SELECT l.* FROM ${stored} l ${asked.length === 0 ? '' : `WHERE ${asked.join(' AND ')}`} ${page}`);
  return { text: `${seen(`(${loans})`)} ${page}`, values };
}

type ByState = (states: readonly LoanState[], newest: string) => string;

/**
 * State by state as stored, each in the order of its own index: the newest loans of a large library all run, and one that ended is not
 * looked for among them. The planner is not told the state, since it would take a frequent one for spread evenly and read all loans in
 * order. Those that ran out are few, the sweep marks them: they are all fetched.
 */
function loansIn(state: LoanFilter['state'], byState: ByState, newestOf: (stored: string) => string): string {
  if (state === undefined) return newestOf('"Loan"');
  if (state === 'active') return byState(['active'], newestOf(`(SELECT * FROM "Loan" WHERE "state" = s."state" AND "dueAt" > $1::timestamptz)`));
  const marked = byState(state === 'ended' ? ['returned', 'expired', 'revoked'] : [state], newestOf(`(SELECT * FROM "Loan" WHERE "state" = s."state")`));
  return state === 'ended' || state === 'expired' ? `(${marked}) UNION ALL (${newestOf(`(SELECT * FROM "Loan" l WHERE ${ranOut} ORDER BY "dueAt" OFFSET 0)`)})` : marked;
}

// Only loans that still have a name are found by one: asking for a member tells nothing about older loans.
function memberCondition(member: string, value: (given: unknown) => string): string {
  // the haystack has an index over all of them; what it finds is looked at again
  const named = () => `member_haystack("name", "memberNumber", "email", "phone") LIKE lower(${value(part(member))}) AND ("memberNumber" ILIKE ${value(`${escaped(member)}%`)} OR "name" ILIKE ${value(part(member))})`;
  const who = isId(member) ? `"id" = ${value(member)}` : named();
  return `${isNamed} AND l."memberId" IN (SELECT "id" FROM "Member" WHERE "erasedAt" IS NULL AND ${who})`;
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
