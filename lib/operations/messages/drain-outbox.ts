import { post } from '@/lib/adapters/email/post';
import { abandonMoot, claimMails, markFailed, markSent, type ClaimedMail } from '@/lib/adapters/postgres/outbox';
import { environment } from '@/lib/config/environment';
import { pauseAfter, type Delivery } from '@/lib/domain/messages/delivery';
import { log } from '@/lib/log';
import { writeMail } from './write-mail';

export type Drained = { readonly sentCount: number; readonly failedCount: number; readonly abandonedCount: number };

const mailsAtOnce = 5;
const batchesAtMost = 40;
const dialogueMs = 25_000;
/** Longer than any dialogue: nobody else takes an e-mail up while it is being sent. */
const leaseMs = 120_000;

/**
 * Sends the e-mails that are due: claimed in one statement, sent outside of any transaction, then marked. Safe in any
 * number of processes. Killed between sending and marking, an e-mail goes out again after the lease with the same Message-ID.
 */
export async function drainOutbox(): Promise<Drained> {
  if (environment().SMTP_URL === undefined) return { sentCount: 0, failedCount: 0, abandonedCount: 0 };
  let [sentCount, failedCount] = [0, 0];
  const abandonedCount = await abandonMoot(1000);
  for (let batch = 0; batch < batchesAtMost; batch += 1) {
    const mails = await claimMails(mailsAtOnce, leaseMs);
    const deliveries = await Promise.all(mails.map(deliver));
    sentCount += deliveries.filter(({ sent }) => sent).length;
    failedCount += deliveries.filter(({ sent }) => !sent).length;
    if (mails.length < mailsAtOnce || deliveries.some((delivery) => !delivery.sent && delivery.isServerAway)) break;
  }
  if (sentCount + failedCount + abandonedCount > 0) log.info({ sentCount, failedCount, abandonedCount }, 'outbox drained');
  return { sentCount, failedCount, abandonedCount };
}

async function deliver(mail: ClaimedMail): Promise<Delivery> {
  const delivery = await post(writeMail(mail), Math.min(dialogueMs, mail.validForMs ?? dialogueMs));
  if (delivery.sent) await insist(() => markSent(mail.id, mail.tryCount));
  if (!delivery.sent) await markFailed(mail.id, mail.tryCount, delivery.error, pauseAfter(mail.tryCount, delivery));
  return delivery;
}

/** What was sent must be marked, or it is sent twice: a database that is away for a moment is asked again. */
async function insist(mark: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await mark();
    } catch (error) {
      if (attempt >= 8) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
    }
  }
}
