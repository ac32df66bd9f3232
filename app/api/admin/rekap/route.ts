import { environment } from '@/lib/config/environment';
import { libraryDayOf } from '@/lib/domain/library-time';
import { readRekapCall } from '@/lib/http/contracts/stats';
import { csvAnswer } from '@/lib/http/csv';
import { answer, route } from '@/lib/http/route';
import { rekapView } from '@/lib/http/views/stats';
import { readClock } from '@/lib/operations/lending/read-clock';
import { exportRekap } from '@/lib/operations/statistics/export-rekap';
import { readRekap } from '@/lib/operations/statistics/read-rekap';

export const GET = route(readRekapCall, async ({ query, locale }) => {
  const month = query.month ?? libraryDayOf(await readClock(), environment().TIME_ZONE).slice(0, 7);
  if (query.format === 'csv') return csvAnswer(`rekap-${month}-${query.part}.csv`, await exportRekap(month, query.part, locale));
  return answer(200, rekapView(await readRekap(month)));
});
