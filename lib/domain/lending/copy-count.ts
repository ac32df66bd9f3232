import { granted } from '../outcome';
import { applyAll } from './apply';
import { runningUseOf, usableCopies } from './availability';
import type { Decision, LendingChange } from './changes';
import type { Circulation, Copy, Moment } from './circulation';

/**
 * Rule 7: lowering the count breaks no running loan or offer: free copies retire first, then those that come home
 * first; raising it revives retiring ones first.
 */
export function changeCopyCount(circulation: Circulation, count: number, licence: { readonly id: string; readonly model: string }, moment: Moment): Decision<number> {
  const difference = count - usableCopies(circulation).length;
  const changes = difference < 0 ? retire(circulation, -difference, moment) : add(circulation, difference, licence, moment);
  return { outcome: granted(usableCopies(applyAll(circulation, changes)).length), changes };
}

function retire(circulation: Circulation, count: number, { now }: Moment): LendingChange[] {
  return [...usableCopies(circulation)]
    .sort((a, b) => homeAt(circulation, a, now) - homeAt(circulation, b, now))
    .slice(0, count)
    .flatMap((copy): LendingChange[] => {
      const retiring: LendingChange = { kind: 'copy-retiring', at: now, copyId: copy.id };
      return homeAt(circulation, copy, now) > now.getTime() ? [retiring] : [retiring, { kind: 'copy-retired', at: now, copyId: copy.id }];
    });
}

function add(circulation: Circulation, count: number, licence: { readonly id: string; readonly model: string }, { now, freshId }: Moment): LendingChange[] {
  const revived = circulation.copies
    .filter((copy) => copy.retiringAt !== null && copy.retiredAt === null)
    .slice(0, count)
    .map((copy): LendingChange => ({ kind: 'copy-kept', at: now, copyId: copy.id }));
  const bought = Array.from({ length: count - revived.length }, (): LendingChange => ({ kind: 'copy-added', at: now, copyId: freshId(), licenceId: licence.id, licenceModel: licence.model }));
  return [...revived, ...bought];
}

function homeAt(circulation: Circulation, copy: Copy, now: Date): number {
  return runningUseOf(circulation, copy.id, now)?.until.getTime() ?? now.getTime();
}
