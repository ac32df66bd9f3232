import { environment } from '@/lib/config/environment';
import { dayPlus, libraryDayOf } from '@/lib/domain/library-time';
import { isTooLong, longestRangeDays } from '@/lib/domain/statistics/span';
import { readStatsCall } from '@/lib/http/contracts/stats';
import { answer, route } from '@/lib/http/route';
import { statsView } from '@/lib/http/views/stats';
import { readClock } from '@/lib/operations/lending/read-clock';
import { readStats } from '@/lib/operations/statistics/read-stats';

export const GET = route(readStatsCall, async ({ query }) => {
  const now = await readClock();
  const to = query.to ?? libraryDayOf(now, environment().TIME_ZONE);
  const from = query.from ?? dayPlus(to, -29);
  if (isTooLong({ from, to })) return { code: 'bad-request', errors: [{ path: 'from', message: `≤ ${longestRangeDays}` }] };
  return answer(200, statsView(await readStats({ from, to }), now));
});
