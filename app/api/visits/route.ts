import { clientAddress } from '@/lib/http/client-address';
import { recordVisitCall } from '@/lib/http/contracts/stats';
import { refusalOfError } from '@/lib/http/errors';
import { answer, route } from '@/lib/http/route';
import { recordVisit } from '@/lib/operations/statistics/record-visit';

/** Counting never fails a page: while the database is away the answer is 202, "not now", and the next page says it again. */
export const POST = route(recordVisitCall, async ({ request: { headers }, body }) => {
  try {
    await recordVisit({ token: body.token ?? null, address: clientAddress(headers), userAgent: headers.get('user-agent'), language: headers.get('accept-language') });
    return answer(204, null);
  } catch (error) {
    if (refusalOfError(error) === null) throw error;
    return answer(202, {});
  }
});
