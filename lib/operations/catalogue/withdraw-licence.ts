import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { licencesOfTitle } from '@/lib/adapters/postgres/licences';
import { endLicence } from '@/lib/domain/lending/licences';
import type { Withdrawal } from '@/lib/domain/lending/withdraw';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { settleAllOfTitle } from '../lending/settle-all-of-title';

/** Ends a licence before its time; what runs under it runs out or ends at once, and everybody concerned is told. */
export async function withdrawLicence({ titleId, licenceId }: { readonly titleId: string; readonly licenceId: string }, withdrawal: Withdrawal, act: Act): Promise<Outcome<{ licenceId: string }>> {
  if (!(await licencesOfTitle(titleId))?.some((licence) => licence.id === licenceId)) return refuse({ code: 'not-found' });
  const outcome = await changeCirculation({
    titleId,
    actor: act.actor,
    idempotency: keyOf(act, ['withdraw-licence', licenceId, withdrawal]),
    // one that has ended and has no copy in use is not loaded any more: nothing is left to end
    decide: ({ circulation }, { now }) => (circulation.licences.some(({ id }) => id === licenceId) ? endLicence(circulation, licenceId, withdrawal, now) : { outcome: granted(null), changes: [] }),
    report: () => ({ licenceId }),
  });
  if (outcome.ok) await settleAllOfTitle(titleId);
  return outcome;
}
