import { whereIsHold } from '@/lib/adapters/postgres/lending-lookup';
import type { Decision } from '@/lib/domain/lending/changes';
import type { Circulation } from '@/lib/domain/lending/circulation';
import type { Hold } from '@/lib/domain/lending/hold';
import type { Outcome } from '@/lib/domain/outcome';
import { actOnOwn, type ByOwner } from './act-on-own';
import { reportHold, type HoldReport } from './lending-reports';

type OwnHold = ByOwner & {
  readonly holdId: string;
  readonly decide: (circulation: Circulation, now: Date) => Decision<Hold>;
};

/** One rule on a member's own hold. The report tells place and expected wait. */
export async function actOnOwnHold({ holdId, decide, ...by }: OwnHold): Promise<Outcome<HoldReport>> {
  return actOnOwn(await whereIsHold(holdId), by, { holdId, measureQueue: true, decide: ({ circulation }, { now }) => decide(circulation, now), report: reportHold });
}
