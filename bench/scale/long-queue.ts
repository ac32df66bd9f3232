import { pool } from '@/lib/adapters/postgres/pool';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { placeHold } from '@/lib/operations/lending/place-hold';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { type Finding, median, rounded } from '../measure';
import { someMembers, someTitles } from '../people';

const rounds = 60;
const acts = ['return', 'borrow (the offer is taken)', 'hold'] as const;
type Act = (typeof acts)[number];

/** Returning, taking the offer and queueing where 10,000 wait, beside 10: what a change costs must not grow with the queue. */
export async function longQueue(): Promise<Finding[]> {
  const [short, long] = [await aQueue(10), await aQueue(10_000)];
  const [few, many]: [Record<Act, number>[], Record<Act, number>[]] = [[], []];
  // side by side, so that whatever else the machine does falls on both
  for (let round = 0; round < rounds; round += 1) {
    few.push(await turn(short));
    many.push(await turn(long));
  }
  return acts.map((act) => {
    const [ms, beside] = [median(many.map((took) => took[act])), median(few.map((took) => took[act]))];
    return { what: `${act} on a title with 10,000 waiting (median)`, value: rounded(ms), unit: 'ms', beside: 'with 10 waiting', besideValue: rounded(beside), ratio: rounded(ms / beside), aim: 'at most 1.3' };
  });
}

type Queue = { readonly titleId: string; loan: { id: string; memberId: string } };

/** A title with one copy, lent, and so many who wait. */
async function aQueue(waiting: number): Promise<Queue> {
  const [titleId = ''] = await someTitles(1);
  const [reader, ...others] = await someMembers(waiting + 1);
  if (reader === undefined) throw new Error('no members were made');
  const lent = await borrowTitle(titleId, reader.id, by(reader.id));
  if (!lent.ok) throw new Error(lent.refusal.code);
  const first = await placeHold(titleId, others[0]?.id ?? '', by(others[0]?.id ?? ''));
  if (!first.ok) throw new Error(first.refusal.code);
  await pool().query(
    `INSERT INTO "Hold" ("id", "titleId", "memberId", "queueNumber", "placedAt") SELECT gen_random_uuid(), $1, m, nextval('hold_queue_number'), lending_now() FROM unnest($2::uuid[]) m`,
    [titleId, others.slice(1).map(({ id }) => id)],
  );
  await pool().query('VACUUM (ANALYZE) "Hold", "Member"');
  return { titleId, loan: { id: lent.value.loan.id, memberId: reader.id } };
}

/** The loan comes home, the first in the queue takes the offer, who had the book queues again at the end. */
async function turn(queue: Queue): Promise<Record<Act, number>> {
  const { id, memberId } = queue.loan;
  const start = performance.now();
  must(await returnLoan(id, memberId, by(memberId)));
  const returned = performance.now();
  const { rows } = await pool().query<{ memberId: string }>(`SELECT "memberId" FROM "Hold" WHERE "titleId" = $1 AND "state" = 'ready'`, [queue.titleId]);
  const next = rows[0]?.memberId ?? '';
  const asked = performance.now();
  const { loan } = must(await borrowTitle(queue.titleId, next, by(next)));
  const taken = performance.now();
  must(await placeHold(queue.titleId, memberId, by(memberId)));
  const queued = performance.now();
  queue.loan = { id: loan.id, memberId: next };
  return { 'return': returned - start, 'borrow (the offer is taken)': taken - asked, 'hold': queued - taken };
}

function by(memberId: string) {
  return { actor: { kind: 'member' as const, memberId, channel: 'web' as const } };
}

function must<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!outcome.ok) throw new Error(`the bench was refused: ${outcome.refusal.code}`);
  return outcome.value;
}
