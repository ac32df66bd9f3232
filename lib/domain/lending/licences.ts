import { granted, refuse } from '../outcome';
import type { Decision, LendingChange, Purchase } from './changes';
import type { Circulation, Moment } from './circulation';
import { isForAll, type LicenceTerms } from './licence';

export type NewLicence = { readonly terms: LicenceTerms; readonly copies: number; readonly purchase: Purchase };

/** A title may hold several licences bought at different times. New copies serve the queue at once: settling offers them. */
export function addLicence(circulation: Circulation, { terms, copies, purchase }: NewLicence, { now, freshId }: Moment): Decision<string> {
  if (circulation.title.state === 'withdrawn') return { outcome: refuse({ code: 'title-withdrawn' }), changes: [] };
  if (terms.expiresAt !== null && terms.expiresAt <= now) return { outcome: refuse({ code: 'licence-ended' }), changes: [] };
  const licenceId = freshId();
  const bought = Array.from({ length: isForAll(terms) ? 0 : copies }, (): LendingChange => ({ kind: 'copy-added', at: now, copyId: freshId(), licenceId }));
  return { outcome: granted(licenceId), changes: [{ kind: 'licence-added', at: now, licenceId, terms, purchase }, ...bought] };
}

/**
 * Withdrawing a licence: its loans end at once or run out, as the librarian chooses. Settling does the rest: loans end,
 * running offers put their holds back to waiting, copies leave. Ending it twice changes nothing.
 */
export function endLicence(circulation: Circulation, licenceId: string, { reason, loansEnd }: { readonly reason: string; readonly loansEnd: boolean }, now: Date): Decision<null> {
  const licence = circulation.licences.find((one) => one.id === licenceId);
  if (licence === undefined) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  if (licence.end !== null) return { outcome: granted(null), changes: [] };
  return { outcome: granted(null), changes: [{ kind: 'licence-ended', at: now, licenceId, because: 'withdrawn', reason, loansEnd }] };
}
