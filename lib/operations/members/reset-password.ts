import { hashPassword } from '@/lib/adapters/passwords/argon2';
import { fingerprint } from '@/lib/adapters/passwords/fingerprint';
import { codeHash, linkSecretHash } from '@/lib/adapters/passwords/reset-secret';
import { writeAudit } from '@/lib/adapters/postgres/audit';
import { findCredentials, findCredentialsById, replacePassword, type Credentials } from '@/lib/adapters/postgres/credentials';
import { countWrongCode, lockNewestCode, lockResetBySecret, verifyEmail } from '@/lib/adapters/postgres/resets';
import { inTransaction, type Tx } from '@/lib/adapters/postgres/transaction';
import { countTry, forgiveTry } from '@/lib/adapters/postgres/tries';
import { environment } from '@/lib/config/environment';
import { identifierOf } from '@/lib/domain/members/identifier';
import { isTooEasy } from '@/lib/domain/members/password';
import { isResetOpen } from '@/lib/domain/members/reset';
import { passwordTriesPerAccount, passwordTriesPerAddress, scaled } from '@/lib/domain/members/tries';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** The secret of an e-mailed link, or who one is with a librarian's one-time code. */
export type ResetProof = { readonly kind: 'link'; readonly secret: string } | { readonly kind: 'code'; readonly identifier: string; readonly code: string };

/** Sets a new password by link or code. Every device is logged out; the member logs in anew. */
export async function resetPassword(proof: ResetProof, password: string, address: string): Promise<Outcome<{ readonly memberNumber: string }>> {
  const { RATE_LIMIT_SCALE } = environment();
  const who = proof.kind === 'code' ? identifierOf(proof.identifier) : null;
  const proofKey = `reset-proof:${fingerprint('reset-proof', `${JSON.stringify(who)} ${address}`)}`;
  const addressKey = `login-address:${fingerprint('address', address)}`;
  const { waitMs } = await countTry([
    { key: proofKey, limit: scaled(passwordTriesPerAccount, RATE_LIMIT_SCALE) },
    { key: addressKey, limit: scaled(passwordTriesPerAddress, RATE_LIMIT_SCALE) },
  ]);
  if (waitMs > 0) return refuse({ code: 'too-many-tries', retryAfterSeconds: Math.ceil(waitMs / 1000) });

  // hashed before anything is known, so that a wrong code takes as long as a right one and no lock is held meanwhile
  const passwordHash = await hashPassword(password);
  const outcome = await inTransaction<Outcome<{ memberNumber: string }>>(async (tx) => {
    const member = proof.kind === 'link' ? await memberByLink(tx, proof.secret) : await memberByCode(tx, proof);
    if (member === null || (member.demonstration && environment().DEMO === '0')) return refuse({ code: 'reset-invalid' });
    if (isTooEasy(password, [member.name, member.email, member.memberNumber])) return refuse({ code: 'bad-request', errors: [{ path: 'password', message: 'password-easy' }] });
    const { memberId, memberNumber } = member;
    await replacePassword(tx, { memberId, passwordHash, keepSessionId: null });
    if (proof.kind === 'link') await verifyEmail(tx, memberId);
    await writeAudit({ actor: { kind: 'member', memberId, channel: 'web' }, action: 'password-reset', subject: 'member', subjectId: memberId, facts: { by: proof.kind } }, tx);
    return granted({ memberNumber });
  });
  if (outcome.ok) await forgiveTry([proofKey], [addressKey]);
  return outcome;
}

async function memberByLink(tx: Tx, secret: string): Promise<Credentials | null> {
  const reset = await lockResetBySecret(tx, linkSecretHash(secret));
  return reset === null || !isResetOpen(reset, reset.now) ? null : findCredentialsById(reset.memberId, tx);
}

/** A wrong code is counted on the code itself too, so that many addresses together have no more tries. */
async function memberByCode(tx: Tx, { identifier, code }: { readonly identifier: string; readonly code: string }): Promise<Credentials | null> {
  const member = await findCredentials(identifierOf(identifier), tx);
  const reset = member === null ? null : await lockNewestCode(tx, member.memberId);
  if (member === null || reset === null || !isResetOpen(reset, reset.now)) return null;
  if (reset.secretHash === codeHash(member.memberId, code)) return member;
  await countWrongCode(tx, reset.id);
  return null;
}
