import { savedTitles } from '@/lib/adapters/postgres/saved-titles';
import type { TitleCard } from '@/lib/adapters/postgres/title-cards';

/** What a member keeps for later, newest first. */
export async function listSavedTitles(memberId: string): Promise<readonly TitleCard[]> {
  return savedTitles(memberId);
}
