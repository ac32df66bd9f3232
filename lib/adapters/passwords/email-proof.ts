import { timingSafeEqual } from 'node:crypto';
import type { EmailProof } from '@/lib/domain/members/verification';
import { fingerprint } from './fingerprint';

/** What the link says: whom, until when, and a fingerprint over both and the address. No table, outbox or backup holds it. */
export function emailProofText({ memberId, validUntil }: EmailProof, address: string): string {
  const until = validUntil.getTime().toString(36);
  return `${memberId}.${until}.${signature(memberId, until, address)}`;
}

/** What a link claims; believed only after `isSigned`. */
export function readEmailProof(text: string): (EmailProof & { isSigned(address: string): boolean }) | null {
  const [, memberId, until, given] = /^([0-9a-f-]{36})\.([0-9a-z]{1,11})\.([\w-]{43})$/.exec(text) ?? [];
  if (memberId === undefined || until === undefined || given === undefined) return null;
  return {
    memberId,
    validUntil: new Date(Number.parseInt(until, 36)),
    isSigned: (address) => timingSafeEqual(Buffer.from(given), Buffer.from(signature(memberId, until, address))),
  };
}

function signature(memberId: string, until: string, address: string): string {
  return fingerprint('email-proof', JSON.stringify([memberId, until, address.toLowerCase()]));
}
