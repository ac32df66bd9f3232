import { pool } from '@/lib/adapters/postgres/pool';
import { verificationMail } from '@/lib/adapters/postgres/email-verification';
import { countTry } from '@/lib/adapters/postgres/tries';
import { environment } from '@/lib/config/environment';
import { scaled, verificationsPerMember } from '@/lib/domain/members/tries';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** Sends the link for one's own address once more; nothing is sent where there is nothing to verify. */
export async function requestVerification(memberId: string): Promise<Outcome<null>> {
  const { waitMs } = await countTry([{ key: `verification:${memberId}`, limit: scaled(verificationsPerMember, environment().RATE_LIMIT_SCALE) }]);
  if (waitMs > 0) return refuse({ code: 'too-many-tries', retryAfterSeconds: Math.ceil(waitMs / 1000) });
  await verificationMail(pool(), memberId);
  return granted(null);
}
