import { openHoldsOfMember, type ListedHold } from '@/lib/adapters/postgres/lending-lists';
import type { OpenHold } from '@/lib/domain/lending/hold';
import type { EstimatedWait } from '@/lib/domain/lending/wait';
import { readTitleLendings } from './read-title-lendings';

export type ShelfHold = ListedHold & {
  readonly hold: OpenHold;
  readonly position: number | null;
  readonly estimatedWait: EstimatedWait | null;
  readonly copies: number;
  readonly now: Date;
};

/** A member's open holds, oldest first, as they stand at this moment. There are never more than the hold limit. */
export async function listHolds(memberId: string): Promise<readonly ShelfHold[]> {
  const rows = await openHoldsOfMember(memberId);
  const lendings = await readTitleLendings(rows.map(({ titleId }) => titleId), memberId);
  return rows.flatMap((row): ShelfHold[] => {
    const lending = lendings.get(row.titleId);
    if (lending?.hold === null || lending?.hold === undefined) return [];
    const { hold, position, estimatedWait, copies, now } = lending;
    return [{ ...row, hold, position, estimatedWait, copies: copies.total, now }];
  });
}
