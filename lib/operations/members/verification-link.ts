import { emailProofText } from '@/lib/adapters/passwords/email-proof';
import { publicUrl } from '@/lib/config/environment';
import type { EmailProof } from '@/lib/domain/members/verification';

/** The address that the e-mail of kind `verify-email` carries, made when it is sent. After the # it reaches no server's log. */
export function verificationLink(proof: EmailProof, address: string): string {
  return `${publicUrl()}/verify#${emailProofText(proof, address)}`;
}
