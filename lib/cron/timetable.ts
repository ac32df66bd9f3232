import { environment } from '@/lib/config/environment';
import { anonymiseHistory } from '@/lib/operations/lending/anonymise-history';
import { normaliseContents } from '@/lib/operations/catalogue/normalise-contents';
import { sweepUploads } from '@/lib/operations/catalogue/sweep-uploads';
import { drainOutbox } from '@/lib/operations/messages/drain-outbox';
import { remind } from '@/lib/operations/messages/remind';
import { finishOutages } from '@/lib/operations/lending/finish-outages';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { proveInvariants } from '@/lib/operations/health/prove-invariants';
import { watchInvariants } from '@/lib/operations/health/watch-invariants';
import { keepNightlyBackup } from '@/lib/operations/health/keep-nightly-backup';
import { forgetVisitors } from '@/lib/operations/statistics/forget-visitors';
import { measurePace } from '@/lib/operations/statistics/measure-pace';
import { sweepLeftovers } from '@/lib/operations/tasks/sweep-leftovers';

/** One task and when it runs. Each selects, claims and acts in bounded batches: it may run late, twice, or in two processes at once. */
export type Entry = {
  readonly task: string;
  /** A cron expression of 5 or 6 fields, in the library's time zone. */
  readonly schedule: string;
  readonly run: () => Promise<object>;
  /** Also once when a process starts: always, or when the last good run is longer ago than the schedule allows. */
  readonly atStart?: 'always' | 'when-missed';
  /** Runs in every process, unclaimed: the rows themselves are claimed. */
  readonly everywhere?: true;
};

/** Every task and its schedule. The heartbeat is no entry: it has a timer of its own (lib/cron/heartbeat.ts). */
export function timetable(): readonly Entry[] {
  return [
    { task: 'settle-due', schedule: environment().RETURN_SCHEDULE, run: settleDue, atStart: 'always' },
    { task: 'finish-outages', schedule: '20 * * * * *', run: () => finishOutages() },
    { task: 'drain-outbox', schedule: '*/10 * * * * *', run: drainOutbox, everywhere: true },
    { task: 'remind', schedule: '30 * * * * *', run: remind },
    { task: 'normalise-contents', schedule: '*/5 * * * *', run: normaliseContents },
    { task: 'sweep-uploads', schedule: '23 * * * *', run: sweepUploads, atStart: 'when-missed' },
    { task: 'measure-pace', schedule: '7 * * * *', run: measurePace, atStart: 'when-missed' },
    { task: 'forget-visitors', schedule: '0 0 * * *', run: forgetVisitors, atStart: 'always' },
    { task: 'anonymise-history', schedule: '17 2 * * *', run: anonymiseHistory, atStart: 'when-missed' },
    { task: 'keep-nightly-backup', schedule: '37 1 * * *', run: keepNightlyBackup, atStart: 'when-missed' },
    { task: 'watch-invariants', schedule: '45 * * * * *', run: watchInvariants },
    { task: 'prove-invariants', schedule: '7 3 * * *', run: proveInvariants, atStart: 'when-missed' },
    { task: 'sweep-leftovers', schedule: '41 * * * *', run: sweepLeftovers, atStart: 'when-missed' },
  ];
}
