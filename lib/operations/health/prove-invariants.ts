import { replayTitle } from '@/lib/adapters/postgres/circulation/replay';
import { overdueViolations, titlesAfter, violationsOf, type Violation } from '@/lib/adapters/postgres/invariants';
import { keepLook } from '@/lib/adapters/postgres/looks';
import { reportViolations } from './report-violations';

const titlesAtOnce = 200;
// what goes on being wrong is told by its first thousand
const violationsAtMost = 1000;

/**
 * Each night at everything: is `invariant_violations` empty for every title, over the whole recorded past, and does the
 * event log replayed from nothing give the state as it is?
 */
export async function proveInvariants(): Promise<{ titleCount: number; violationCount: number }> {
  const found: Violation[] = [...(await overdueViolations())];
  let titleCount = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; found.length < violationsAtMost; ) {
    const titleIds = await titlesAfter(after, titlesAtOnce);
    found.push(...(await violationsOf(titleIds)));
    for (const titleId of titleIds) found.push(...(await replayTitle(titleId)));
    titleCount += titleIds.length;
    if (titleIds.length < titlesAtOnce) break;
    after = titleIds.at(-1) ?? after;
  }
  await keepLook('night', { titleCount, violations: reportViolations(found) });
  return { titleCount, violationCount: found.length };
}
