import { environment } from '@/lib/config/environment';
import { drainOutbox } from '@/lib/operations/messages/drain-outbox';
import { remind } from '@/lib/operations/messages/remind';
import { settleDue } from '@/lib/operations/settle-due';

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
    { task: 'remind', schedule: '30 * * * * *', run: remind },
    { task: 'drain-outbox', schedule: '*/10 * * * * *', run: drainOutbox, everywhere: true },
  ];
}
