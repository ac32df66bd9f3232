import { granted } from '../outcome';
import type { Decision } from './changes';
import type { Circulation } from './circulation';

/** Hidden, no new loans or holds; running loans run out. Settling cancels the holds, in batches where the queue is long. */
export function withdrawTitle(circulation: Circulation, reason: string, now: Date): Decision<null> {
  if (circulation.title.state === 'withdrawn') return { outcome: granted(null), changes: [] };
  return { outcome: granted(null), changes: [{ kind: 'title-withdrawn', at: now, reason }] };
}
