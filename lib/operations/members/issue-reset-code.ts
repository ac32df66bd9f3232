import { codeHash, newCode } from '@/lib/adapters/passwords/reset-secret';
import { insertReset } from '@/lib/adapters/postgres/resets';
import type { Desk } from '@/lib/domain/members/desk';
import { codeLifeMs } from '@/lib/domain/members/reset';
import { granted, type Outcome } from '@/lib/domain/outcome';
import { atTheDesk } from './at-the-desk';

export type IssuedCode = { readonly code: string; readonly validUntil: Date };

/** A one-time code that a librarian hands to a member whom they know. Shown once; the one before it is void. */
export async function issueResetCode(desk: Desk, memberId: string): Promise<Outcome<IssuedCode>> {
  return atTheDesk<IssuedCode>(desk, memberId, {
    action: 'reset-code-issued',
    async work(tx) {
      const code = newCode();
      const validUntil = await insertReset(tx, { id: crypto.randomUUID(), memberId, secretHash: codeHash(memberId, code), channel: 'code', lifeMs: codeLifeMs, issuedById: desk.memberId });
      return granted({ code, validUntil });
    },
  });
}
