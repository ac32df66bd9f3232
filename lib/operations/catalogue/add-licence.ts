import { changeCirculation } from '@/lib/adapters/postgres/circulation/change';
import { addLicence as add, type NewLicence } from '@/lib/domain/lending/licences';
import type { Outcome } from '@/lib/domain/outcome';
import { keyOf, type Act } from '../act';
import { settleAllOfTitle } from '../lending/settle-all-of-title';

/** Another licence of a title: its copies serve the queue at once; under simultaneous use the whole queue is told and closed. */
export async function addLicence(titleId: string, licence: NewLicence, act: Act): Promise<Outcome<{ licenceId: string }>> {
  const outcome = await changeCirculation({
    titleId,
    moreCopies: licence.copies,
    actor: act.actor,
    idempotency: keyOf(act, ['add-licence', titleId, licence]),
    decide: ({ circulation }, moment) => add(circulation, licence, moment),
    report: (licenceId) => ({ licenceId }),
  });
  if (outcome.ok) await settleAllOfTitle(titleId);
  return outcome;
}
