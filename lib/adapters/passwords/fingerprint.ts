import { createHash, createHmac } from 'node:crypto';
import { environment } from '@/lib/config/environment';

/** A keyed fingerprint: counts and reset secrets are stored and compared without the thing itself. */
export function fingerprint(purpose: string, text: string): string {
  return createHmac('sha256', installationSecret()).update(`${purpose}\n${text}`).digest('base64url');
}

export function plainHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function installationSecret(): string {
  const secret = environment().NEXTAUTH_SECRET;
  if (secret === undefined) throw new Error('NEXTAUTH_SECRET is not set');
  return secret;
}
