import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsHold } from '@/lib/adapters/postgres/lending-lookup';
import type { CancelReason } from '@/lib/domain/lending/hold';
import { cancelHold as cancel } from '@/lib/domain/lending/queue';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportHold, type HoldReport } from './lending-reports';

/** Ends a hold of `memberId`; an offered copy goes to the next in line at that instant. Cancelling twice answers the same. */
export async function cancelHold(holdId: string, memberId: string, act: Act, { reason = 'by-member', at }: { reason?: CancelReason; at?: Date } = {}): Promise<Outcome<HoldReport>> {
  const place = await whereIsHold(holdId);
  if (place === null || place.memberId !== memberId) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      memberId,
      holdId,
      actor: act.actor,
      idempotency: keyOf(act, ['cancel-hold', holdId]),
      decide: ({ circulation }, { now }) => cancel(circulation, holdId, reason, now),
      report: reportHold,
    },
    { at },
  );
}
