import { passOffer as pass } from '@/lib/domain/lending/suspend';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actOnOwnHold } from './act-on-own-hold';
import type { HoldReport } from './lending-reports';

/** "Lewati": the copy goes on to the next in line at once, the place is kept. */
export async function passOffer(holdId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport>> {
  return actOnOwnHold({ holdId, memberId, act, what: ['pass-offer', holdId], time, decide: (circulation, now) => pass(circulation, holdId, now) });
}
