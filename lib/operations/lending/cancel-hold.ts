import type { CancelReason } from '@/lib/domain/lending/hold';
import { cancelHold as cancel } from '@/lib/domain/lending/queue';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actOnOwnHold } from './act-on-own-hold';
import type { HoldReport } from './lending-reports';

/** Ends a hold of `memberId`; an offered copy goes to the next in line at that instant. Cancelling twice answers the same. */
export async function cancelHold(holdId: string, memberId: string, act: Act, { reason = 'by-member', at }: { reason?: CancelReason; at?: Date } = {}): Promise<Outcome<HoldReport>> {
  return actOnOwnHold({ holdId, memberId, act, what: ['cancel-hold', holdId], time: { at }, decide: (circulation, now) => cancel(circulation, holdId, { reason }, now) });
}
