import { lastLook, type Look } from '@/lib/adapters/postgres/looks';

/** What the last looks at the invariants found; `unknown` before the first one. */
export type InvariantsHealth = {
  readonly status: 'kept' | 'violated' | 'unknown';
  readonly checkedAt: string | null;
  readonly everythingCheckedAt: string | null;
  readonly violations: number;
};

/** The last minute's look and the last night's together: what was wrong in the night is wrong until the next night finds it right. */
export async function invariantsHealth(): Promise<InvariantsHealth> {
  const [minute, night] = await Promise.all([lastLook('minute'), lastLook('night')]);
  const violations = total(minute) + total(night);
  const checkedAt = minute?.at ?? null;
  const status = violations > 0 ? 'violated' : checkedAt === null ? 'unknown' : 'kept';
  return { status, checkedAt, everythingCheckedAt: night?.at ?? null, violations };
}

function total(look: Look | null): number {
  return Object.values(look?.violations ?? {}).reduce((sum, count) => sum + count, 0);
}
