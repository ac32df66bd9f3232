import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsHold } from '@/lib/adapters/postgres/lending-lookup';
import { cancelHold } from '@/lib/domain/lending/queue';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportHold, type HoldReport } from './lending-reports';

/** A librarian ends somebody's hold, with a reason that the member is told. */
export async function cancelAnyHold(holdId: string, reason: string, act: Act, time?: { at: Date }): Promise<Outcome<HoldReport>> {
  const place = await whereIsHold(holdId);
  if (place === null) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      holdId,
      actor: act.actor,
      idempotency: keyOf(act, ['cancel-any-hold', holdId, reason]),
      decide: ({ circulation }, { now }) => cancelHold(circulation, holdId, { reason: 'by-librarian', note: reason }, now),
      report: reportHold,
    },
    time,
  );
}
