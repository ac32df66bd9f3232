import { enqueueMessages, type Enqueued } from '@/lib/adapters/postgres/messages';
import { holdsWithoutLicence, loansToAnnounce, offersToRemind, suspensionsToAnnounce } from '@/lib/adapters/postgres/reminders';
import { inTransaction, type Tx } from '@/lib/adapters/postgres/transaction';
import { endingNotice, licenceEndedNotice, suspensionNotice, turnReminder } from '@/lib/domain/messages/reminders';

const messagesAtOnce = 500;
const batchesAtMost = 20;

/** Writes the reminders that are due into the outbox: "still your turn", "your loan ends", "your suspended place ends" and "no licence is left". Their keys make doubles impossible. */
export async function remind(): Promise<{ turnCount: number; endingCount: number; suspensionCount: number; licenceCount: number }> {
  const turnCount = await inBatches((tx) => offersToRemind(tx, messagesAtOnce), (offer) => turnReminder(offer, offer.now));
  const endingCount = await inBatches((tx) => loansToAnnounce(tx, messagesAtOnce), (loan) => endingNotice(loan, loan.now));
  const suspensionCount = await inBatches((tx) => suspensionsToAnnounce(tx, messagesAtOnce), (hold) => suspensionNotice(hold, hold.now));
  const licenceCount = await inBatches((tx) => holdsWithoutLicence(tx, messagesAtOnce), (hold) => licenceEndedNotice(hold, hold.now));
  return { turnCount, endingCount, suspensionCount, licenceCount };
}

type Select<T> = (tx: Tx) => Promise<readonly T[]>;

async function inBatches<T>(select: Select<T>, wording: (one: T) => Enqueued | null): Promise<number> {
  let count = 0;
  for (let batch = 0; batch < batchesAtMost; batch += 1) {
    const found = await inTransaction(async (tx) => {
      const due = await select(tx);
      await enqueueMessages(tx, due.map(wording).filter((message) => message !== null));
      return due.length;
    });
    count += found;
    if (found < messagesAtOnce) break;
  }
  return count;
}
