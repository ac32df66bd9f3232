import { letTitleGo } from '@/lib/adapters/postgres/saved-titles';

/** Takes a title off the member's list; one that is not on it is fine. */
export async function unsaveTitle(titleId: string, memberId: string): Promise<void> {
  await letTitleGo(memberId, titleId);
}
