import { fingerprint } from '@/lib/adapters/passwords/fingerprint';
import { linkSecret, linkSecretHash } from '@/lib/adapters/passwords/reset-secret';
import { findCredentials } from '@/lib/adapters/postgres/credentials';
import { enqueueResetMail, insertReset } from '@/lib/adapters/postgres/resets';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { countTry } from '@/lib/adapters/postgres/tries';
import { environment } from '@/lib/config/environment';
import { identifierOf } from '@/lib/domain/members/identifier';
import { linkLifeMs } from '@/lib/domain/members/reset';
import { resetRequestsPerAccount, resetRequestsPerAddress, scaled } from '@/lib/domain/members/tries';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** Longer than the work takes, so that the time of the answer does not tell whether there was any. */
const answerAfterMs = 250;

/** Sends a link for a new password, if the account exists and has an address; the answer is the same in any case. */
export async function requestResetLink(identifier: string, address: string): Promise<Outcome<null>> {
  const { RATE_LIMIT_SCALE } = environment();
  const wanted = identifierOf(identifier);
  const { waitMs } = await countTry([
    { key: `reset:${fingerprint('reset', `${JSON.stringify(wanted)} ${address}`)}`, limit: scaled(resetRequestsPerAccount, RATE_LIMIT_SCALE) },
    { key: `reset-address:${fingerprint('address', address)}`, limit: scaled(resetRequestsPerAddress, RATE_LIMIT_SCALE) },
  ]);
  if (waitMs > 0) return refuse({ code: 'too-many-tries', retryAfterSeconds: Math.ceil(waitMs / 1000) });
  const [done] = await Promise.allSettled([sendIfKnown(), new Promise((resolve) => setTimeout(resolve, answerAfterMs))]);
  if (done.status === 'rejected') throw done.reason;
  return granted(null);

  async function sendIfKnown(): Promise<void> {
    const { SMTP_URL, DEMO } = environment();
    const member = await findCredentials(wanted);
    if (member === null || member.email === null || SMTP_URL === undefined || (member.demonstration && DEMO === '0')) return;
    const { memberId } = member;
    const id = crypto.randomUUID();
    await inTransaction(async (tx) => {
      const validUntil = await insertReset(tx, { id, memberId, secretHash: linkSecretHash(linkSecret(id)), channel: 'email', lifeMs: linkLifeMs, issuedById: null });
      await enqueueResetMail(tx, memberId, id, validUntil);
    });
  }
}
