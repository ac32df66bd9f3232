import { randomInt } from 'node:crypto';
import { codeLength } from '@/lib/domain/members/reset';
import { fingerprint, plainHash } from './fingerprint';

/** The secret of an e-mailed link is derived from its row's id, so that no table, outbox or backup holds it. */
export function linkSecret(resetId: string): string {
  return fingerprint('reset-link', resetId);
}

export function linkSecretHash(secret: string): string {
  return plainHash(secret);
}

/** Digits only: it is read aloud and typed on a telephone. */
export function newCode(): string {
  return String(randomInt(10 ** codeLength)).padStart(codeLength, '0');
}

export function codeHash(memberId: string, code: string): string {
  return fingerprint('reset-code', `${memberId} ${code.replace(/\D/g, '')}`);
}
