import { listHoldsCall } from '@/lib/http/contracts/lending';
import { answer, route } from '@/lib/http/route';
import { shelfHoldView } from '@/lib/http/views/lending';
import { listHolds } from '@/lib/operations/lending/list-holds';
import { readClock } from '@/lib/operations/lending/read-clock';

// Never more than the hold limit, so one page holds them all.
export const GET = route(listHoldsCall, async ({ query, caller }) => {
  if (query.cursor !== undefined) return { code: 'bad-cursor' };
  const holds = await listHolds(caller.memberId);
  return answer(200, { items: holds.map(shelfHoldView), nextCursor: null, now: holds[0]?.now ?? (await readClock()) });
});
