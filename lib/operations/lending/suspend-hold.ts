import { suspendHold as suspend } from '@/lib/domain/lending/suspend';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actOnOwnHold } from './act-on-own-hold';
import type { HoldReport } from './lending-reports';

/** "Tunda antrean": until an instant, or until resumed. */
export async function suspendHold(holdId: string, memberId: string, until: Date | null, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport>> {
  return actOnOwnHold({ holdId, memberId, act, what: ['suspend-hold', holdId, until], time, decide: (circulation, now) => suspend(circulation, holdId, until, now) });
}
