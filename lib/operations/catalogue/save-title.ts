import { keepTitle } from '@/lib/adapters/postgres/saved-titles';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** Puts a title on the member's list for later. */
export async function saveTitle(titleId: string, memberId: string): Promise<Outcome<null>> {
  return (await keepTitle(memberId, titleId)) ? granted(null) : refuse({ code: 'not-found' });
}
