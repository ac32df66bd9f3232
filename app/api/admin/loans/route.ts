import { listAllLoansCall } from '@/lib/http/contracts/admin-loans';
import { csvAnswer } from '@/lib/http/csv';
import { decodeCursor, encodeCursor, timePlace } from '@/lib/http/pagination';
import { answer, route } from '@/lib/http/route';
import { adminLoanView } from '@/lib/http/views/admin-loans';
import { exportLoans } from '@/lib/operations/lending/export-loans';
import { listAllLoans } from '@/lib/operations/lending/list-all-loans';

export const GET = route(listAllLoansCall, async ({ query, locale }) => {
  const { format, limit, cursor, to: until, ...rest } = query;
  const filter = { ...rest, until };
  if (format === 'csv') return csvAnswer('pinjaman.csv', exportLoans(filter, locale));
  const after = decodeCursor(cursor, timePlace);
  if (!after.ok) return after.refusal;
  const { items, next, now } = await listAllLoans(filter, { limit, after: after.value });
  return answer(200, { items: items.map(adminLoanView), nextCursor: next === null ? null : encodeCursor(next), now });
});
