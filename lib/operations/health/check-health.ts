import { newestBackup } from '@/lib/adapters/backup/shelf';
import { isDatabaseReachable } from '@/lib/adapters/postgres/reachable';
import { isStorageReachable } from '@/lib/adapters/s3/storage';
import { environment } from '@/lib/config/environment';
import { version } from '@/lib/config/version';
import { lastTick } from '../tasks/last-tick';
import { invariantsHealth, type InvariantsHealth } from './invariants-health';

export type Health = {
  readonly status: 'ok' | 'down';
  readonly database: 'ok' | 'down';
  readonly storage: 'ok' | 'down';
  /** Its own schedule's last tick; `missed` when it is five minutes overdue. */
  readonly cron: 'ok' | 'missed' | 'unknown';
  readonly backup: { readonly madeAt: string; readonly ageHours: number } | null;
  /** What must never be false; a violation is told here and does not take the library down. */
  readonly invariants: InvariantsHealth;
  readonly version: string;
};

const graceSeconds = 300;
const notKnown: InvariantsHealth = { status: 'unknown', checkedAt: null, everythingCheckedAt: null, violations: 0 };

/** Whether everything that the library stands on is there. */
export async function checkHealth(): Promise<Health> {
  const [hasDatabase, hasStorage] = await Promise.all([isDatabaseReachable(), isStorageReachable()]);
  const cron = hasDatabase ? await cronHealth() : 'unknown';
  const invariants = hasDatabase ? await invariantsHealth().catch(() => notKnown) : notKnown;
  const status = hasDatabase && hasStorage && cron === 'ok' ? 'ok' : 'down';
  return { status, database: hasDatabase ? 'ok' : 'down', storage: hasStorage ? 'ok' : 'down', cron, backup: backupHealth(), invariants, version };
}

async function cronHealth(): Promise<Health['cron']> {
  const tick = await lastTick().catch(() => null);
  // none has come yet: the clockwork is being wound
  if (tick === null) return process.uptime() < graceSeconds ? 'ok' : 'missed';
  return tick.isMissed && process.uptime() > graceSeconds ? 'missed' : 'ok';
}

function backupHealth(): Health['backup'] {
  const newest = newestBackup(environment().DATA_DIR);
  if (newest === null) return null;
  return { madeAt: newest.madeAt.toISOString(), ageHours: Math.floor((Date.now() - newest.madeAt.getTime()) / 3_600_000) };
}
