import { readEmailProof } from '@/lib/adapters/passwords/email-proof';
import { writeAudit } from '@/lib/adapters/postgres/audit';
import { addressOf, markVerified } from '@/lib/adapters/postgres/email-verification';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { isProofOpen } from '@/lib/domain/members/verification';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

/** Believes a link: from now on the address is known to be the member's. Opened twice it answers the same. */
export async function verifyEmail(text: string): Promise<Outcome<null>> {
  const proof = readEmailProof(text);
  const held = proof === null ? null : await addressOf(proof.memberId);
  if (proof === null || held === null || !proof.isSigned(held.email) || !isProofOpen(proof, held.now)) return refuse({ code: 'verification-invalid' });
  await inTransaction(async (tx) => {
    if (!(await markVerified(tx, proof.memberId, held.email))) return;
    await writeAudit({ actor: { kind: 'member', memberId: proof.memberId, channel: 'web' }, action: 'email-verified', subject: 'member', subjectId: proof.memberId }, tx);
  });
  return granted(null);
}
