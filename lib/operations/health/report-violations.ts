import type { Violation } from '@/lib/adapters/postgres/invariants';
import { log } from '@/lib/log';

const linesInLog = 20;

/** Says each in the log (ids, never names) and counts them by line. The same one is counted once. */
export function reportViolations(found: readonly Violation[]): Readonly<Record<string, number>> {
  const distinct = [...new Map(found.map((one) => [`${one.line} ${one.subjectId} ${one.at?.toISOString()} ${one.detail}`, one])).values()];
  for (const { line, titleId, subjectId, at, detail } of distinct.slice(0, linesInLog)) log.error({ line, titleId, subjectId, at, detail }, 'invariant violated');
  const counts: Record<string, number> = {};
  for (const { line } of distinct) counts[line] = (counts[line] ?? 0) + 1;
  return counts;
}
