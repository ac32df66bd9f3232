import { shelfPlaces, type ShelfPlace } from '@/lib/adapters/postgres/shelf-places';
import { listSavedTitles } from '../catalogue/list-saved-titles';
import { listHolds, type ShelfHold } from './list-holds';
import { listLoans, type Page, type ShelfLoan } from './list-loans';
import { listNotices, type NoticePage } from '../messages/list-notices';
import { readClock } from './read-clock';

export type Shelf = {
  readonly now: Date;
  readonly loans: readonly (ShelfLoan & { readonly place: ShelfPlace | undefined })[];
  readonly holds: readonly ShelfHold[];
  readonly saved: Awaited<ReturnType<typeof listSavedTitles>>;
  readonly ended: Page<ShelfLoan>;
  readonly notices: NoticePage;
};

const runningAtMost = 100;
const endedAtOnce = 10;

/** All that is a member's own: what runs, what they wait for, what they keep for later, what ended, what they were told. */
export async function seeShelf(memberId: string, endedAfter: Page<ShelfLoan>['next']): Promise<Shelf> {
  const [now, running, holds, saved, ended, notices] = await Promise.all([
    readClock(),
    listLoans(memberId, { state: 'active', limit: runningAtMost, after: null }),
    listHolds(memberId),
    listSavedTitles(memberId),
    listLoans(memberId, { state: 'ended', limit: endedAtOnce, after: endedAfter }),
    listNotices(memberId, { limit: 10 }),
  ]);
  const places = await shelfPlaces(memberId, running.items.map((loan) => loan.titleId));
  const loans = running.items.map((loan) => ({ ...loan, place: places.find((place) => place.titleId === loan.titleId) }));
  // what ends first comes first
  return { now, loans: loans.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()), holds, saved, ended, notices };
}
