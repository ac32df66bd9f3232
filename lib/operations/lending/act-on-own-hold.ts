import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { whereIsHold } from '@/lib/adapters/postgres/lending-lookup';
import type { Decision } from '@/lib/domain/lending/changes';
import type { Circulation } from '@/lib/domain/lending/circulation';
import type { Hold } from '@/lib/domain/lending/hold';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { reportHold, type HoldReport } from './lending-reports';

type OwnHold = {
  readonly holdId: string;
  readonly memberId: string;
  readonly act: Act;
  /** What an idempotency key stands for. */
  readonly what: readonly unknown[];
  readonly time: { readonly at?: Date } | undefined;
  readonly decide: (circulation: Circulation, now: Date) => Decision<Hold>;
};

/** One rule on a member's own hold; somebody else's is not there. The report tells place and expected wait. */
export async function actOnOwnHold({ holdId, memberId, act, what, time, decide }: OwnHold): Promise<Outcome<HoldReport>> {
  const place = await whereIsHold(holdId);
  if (place === null || place.memberId !== memberId) return refuse({ code: 'not-found' });
  return changeCirculation(
    {
      titleId: place.titleId,
      memberId,
      holdId,
      measureQueue: true,
      actor: act.actor,
      idempotency: keyOf(act, what),
      decide: ({ circulation }, { now }) => decide(circulation, now),
      report: reportHold,
    },
    time ?? {},
  );
}
