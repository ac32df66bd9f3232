import { listLoansCall } from '@/lib/http/contracts/lending';
import { decodeCursor, encodeCursor, timePlace } from '@/lib/http/pagination';
import { answer, route } from '@/lib/http/route';
import { shelfLoanView } from '@/lib/http/views/lending';
import { listLoans } from '@/lib/operations/lending/list-loans';
import { readClock } from '@/lib/operations/lending/read-clock';

export const GET = route(listLoansCall, async ({ query, caller }) => {
  const after = decodeCursor(query.cursor, timePlace);
  if (!after.ok) return after.refusal;
  const { items, next } = await listLoans(caller.memberId, { state: query.state ?? null, limit: query.limit, after: after.value });
  return answer(200, { items: items.map(shelfLoanView), nextCursor: next === null ? null : encodeCursor(next), now: items[0]?.now ?? (await readClock()) });
});
