import { granted, refuse } from '../outcome';
import { applyAll } from './apply';
import { runningUseOf, usableCopies } from './availability';
import type { Decision, LendingChange } from './changes';
import type { Circulation, Copy, Moment } from './circulation';
import { isForAll } from './licence';

/**
 * Rule 7: lowering the count breaks no running loan or offer: free copies retire first, then those that come home
 * first; raising it revives retiring ones first. Of one licence, or of all together.
 */
export function changeCopyCount(circulation: Circulation, count: number, licenceId: string | null, moment: Moment): Decision<number> {
  const counted = (after: Circulation) => usableCopies(after).filter((copy) => licenceId === null || copy.licenceId === licenceId);
  const difference = count - counted(circulation).length;
  const growing = licenceToGrow(circulation, licenceId);
  if (licenceId !== null && growing === null) return { outcome: refuse({ code: 'not-found' }), changes: [] };
  if (difference > 0 && growing === null) return { outcome: refuse({ code: 'licence-ended' }), changes: [] };
  const changes = difference < 0 ? retire(circulation, counted(circulation), -difference, moment) : add(circulation, difference, licenceId, growing ?? '', moment);
  return { outcome: granted(counted(applyAll(circulation, changes)).length), changes };
}

/** Without a word about which: the perpetual licence gets the new copies, else the only one that there is. */
function licenceToGrow({ licences }: Circulation, licenceId: string | null): string | null {
  const usable = licences.filter((licence) => licence.end === null && !isForAll(licence));
  if (licenceId !== null) return usable.find((licence) => licence.id === licenceId)?.id ?? null;
  return usable.find((licence) => licence.model === 'perpetual')?.id ?? (usable.length === 1 ? (usable[0]?.id ?? null) : null);
}

function retire(circulation: Circulation, copies: readonly Copy[], count: number, { now }: Moment): LendingChange[] {
  return [...copies]
    .sort((a, b) => homeAt(circulation, a, now) - homeAt(circulation, b, now))
    .slice(0, count)
    .flatMap((copy): LendingChange[] => {
      const retiring: LendingChange = { kind: 'copy-retiring', at: now, copyId: copy.id };
      return homeAt(circulation, copy, now) > now.getTime() ? [retiring] : [retiring, { kind: 'copy-retired', at: now, copyId: copy.id }];
    });
}

function add(circulation: Circulation, count: number, licenceId: string | null, growing: string, { now, freshId }: Moment): LendingChange[] {
  const revived = circulation.copies
    .filter((copy) => copy.retiringAt !== null && copy.retiredAt === null)
    .filter((copy) => (licenceId === null || copy.licenceId === licenceId) && circulation.licences.some((licence) => licence.id === copy.licenceId && licence.end === null))
    .slice(0, count)
    .map((copy): LendingChange => ({ kind: 'copy-kept', at: now, copyId: copy.id }));
  const bought = Array.from({ length: count - revived.length }, (): LendingChange => ({ kind: 'copy-added', at: now, copyId: freshId(), licenceId: growing }));
  return [...revived, ...bought];
}

function homeAt(circulation: Circulation, copy: Copy, now: Date): number {
  return runningUseOf(circulation, copy.id, now)?.until.getTime() ?? now.getTime();
}
