import { linkSecret } from '@/lib/adapters/passwords/reset-secret';
import { publicUrl } from '@/lib/config/environment';

/** The address that the e-mail of kind `password-reset` carries, made when it is sent. After the # it reaches no server's log. */
export function resetLink(resetId: string): string {
  return `${publicUrl()}/reset#${linkSecret(resetId)}`;
}
