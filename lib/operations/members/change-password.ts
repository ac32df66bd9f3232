import { hashPassword, isPassword } from '@/lib/adapters/passwords/argon2';
import { fingerprint } from '@/lib/adapters/passwords/fingerprint';
import { writeAudit } from '@/lib/adapters/postgres/audit';
import { findCredentialsById, replacePassword } from '@/lib/adapters/postgres/credentials';
import { countTry, forgiveTry } from '@/lib/adapters/postgres/tries';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { environment } from '@/lib/config/environment';
import { isTooEasy } from '@/lib/domain/members/password';
import { passwordTriesPerAccount, scaled } from '@/lib/domain/members/tries';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** A new password for who knows the old one. All other devices are logged out at once, and open links and codes are void. */
export async function changePassword(caller: { readonly memberId: string; readonly sessionId: string }, current: string, password: string): Promise<Outcome<null>> {
  const { memberId, sessionId } = caller;
  const key = `password:${fingerprint('session', sessionId)}`;
  const { waitMs } = await countTry([{ key, limit: scaled(passwordTriesPerAccount, environment().RATE_LIMIT_SCALE) }]);
  if (waitMs > 0) return refuse({ code: 'too-many-tries', retryAfterSeconds: Math.ceil(waitMs / 1000) });
  const member = await findCredentialsById(memberId);
  if (!(await isPassword(member?.passwordHash ?? null, current)) || member === null) return refuse({ code: 'wrong-password' });
  if (isTooEasy(password, [member.name, member.email, member.memberNumber])) return refuse({ code: 'bad-request', errors: [{ path: 'password', message: 'password-easy' }] });

  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await replacePassword(tx, { memberId, passwordHash, keepSessionId: sessionId });
    await writeAudit({ actor: { kind: 'member', memberId, channel: 'web' }, action: 'password-changed', subject: 'member', subjectId: memberId }, tx);
  });
  await forgiveTry([key], []);
  return granted(null);
}
