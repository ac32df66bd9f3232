import { day } from '../time';

/** A link that proves an address is often opened in the evening, or on the weekend. */
export const proofLifeMs = 3 * day;

/** Who opens the link reads the mail of this member at this address. Another address, or the end of its time, voids it. */
export type EmailProof = { readonly memberId: string; readonly validUntil: Date };

export function isProofOpen({ validUntil }: EmailProof, now: Date): boolean {
  return now < validUntil;
}
