import { licencesOfTitle, type OwnedLicence } from '@/lib/adapters/postgres/licences';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export type { OwnedLicence } from '@/lib/adapters/postgres/licences';

/** What a library holds of a title, and under which terms; ended licences stay in the list. */
export async function listLicences(titleId: string): Promise<Outcome<readonly OwnedLicence[]>> {
  const licences = await licencesOfTitle(titleId);
  return licences === null ? refuse({ code: 'not-found' }) : granted(licences);
}
