import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { changeCopyCount as change } from '@/lib/domain/lending/copy-count';
import { refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';

/** Rule 7: fewer copies break no running loan or offer; more serve the queue at once. */
export async function changeCopyCount(titleId: string, { count, licenceId }: { count: number; licenceId?: string | undefined }, act: Act): Promise<Outcome<{ titleId: string }>> {
  return changeCirculation({
    titleId,
    moreCopies: count,
    actor: act.actor,
    idempotency: keyOf(act, ['copies', titleId, count, licenceId]),
    decide: ({ circulation }, moment) => {
      if (circulation.title.state === 'withdrawn') return { outcome: refuse({ code: 'title-withdrawn' }), changes: [] };
      return change(circulation, count, licenceId ?? null, moment);
    },
    report: () => ({ titleId }),
  });
}
