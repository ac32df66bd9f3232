import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { environment } from '@/lib/config/environment';

/** Text that only this installation can read again: what is kept for a while may hold names or a one-time code. */
export function seal(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
}

function sealingKey(): Uint8Array {
  const secret = environment().NEXTAUTH_SECRET;
  if (secret === undefined) throw new Error('NEXTAUTH_SECRET is not set');
  return new Uint8Array(hkdfSync('sha256', secret, '', 'pinjam sealed answers', 32));
}
