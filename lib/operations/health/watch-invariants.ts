import { newestEventId, overdueViolations, titlesChangedAfter, violationsOf } from '@/lib/adapters/postgres/invariants';
import { keepLook, lastLook } from '@/lib/adapters/postgres/looks';
import { reportViolations } from './report-violations';

const eventsAtMost = 20_000;
const titlesAtOnce = 200;

/**
 * Each minute: is the view `invariant_violations` empty for the titles that changed since the last look, and for what is open and
 * overdue? A change that was committed late may have an earlier number than one already seen, so each look begins
 * where the one before the last ended. More than 20,000 events are left to the next minute, and everything to the night.
 */
export async function watchInvariants(): Promise<{ titleCount: number; violationCount: number }> {
  const last = await lastLook('minute');
  const from = last?.eventIdBefore ?? (await newestEventId());
  const changed = await titlesChangedAfter(from, eventsAtMost);
  const found = [...(await overdueViolations())];
  for (let at = 0; at < changed.titleIds.length; at += titlesAtOnce) found.push(...(await violationsOf(changed.titleIds.slice(at, at + titlesAtOnce))));
  const violations = reportViolations(found);
  await keepLook('minute', { titleCount: changed.titleIds.length, violations, lastEventId: changed.lastEventId, eventIdBefore: last?.lastEventId ?? from });
  return { titleCount: changed.titleIds.length, violationCount: found.length };
}
