import { resumeHold as resume } from '@/lib/domain/lending/suspend';
import type { Outcome } from '@/lib/domain/outcome';
import type { Act } from '../act';
import { actOnOwnHold } from './act-on-own-hold';
import type { HoldReport } from './lending-reports';

/** "Lanjutkan antrean". */
export async function resumeHold(holdId: string, memberId: string, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport>> {
  return actOnOwnHold({ holdId, memberId, act, what: ['resume-hold', holdId], time, decide: (circulation, now) => resume(circulation, holdId, now) });
}
