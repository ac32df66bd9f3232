import { hashPassword } from '@/lib/adapters/passwords/argon2';
import { writeAudit } from '@/lib/adapters/postgres/audit';
import { findCredentials, replacePassword } from '@/lib/adapters/postgres/credentials';
import { endBlock, setRole } from '@/lib/adapters/postgres/desk';
import { insertMember } from '@/lib/adapters/postgres/members';
import { inTransaction } from '@/lib/adapters/postgres/transaction';
import { theClock } from '@/lib/domain/actor';

export type CreatedAdmin = { readonly memberNumber: string; readonly existed: boolean };

/** The operator's way in: an admin with this address and password. An account that exists becomes admin, gets the password, and is logged out everywhere. */
export async function createAdmin({ email, name, password }: { readonly email: string; readonly name: string; readonly password: string }): Promise<CreatedAdmin> {
  const passwordHash = await hashPassword(password);
  const nothing = { phone: null, birthDate: null, gender: null, category: null, validUntil: null, guardianName: null, guardianPhone: null, consentVersion: null, consentAt: null };
  const made = await insertMember({ ...nothing, name, email, locale: 'id', passwordHash });
  const account = await findCredentials({ kind: 'email', email });
  if (account === null) throw new Error('the account vanished while it was being made');
  await inTransaction(async (tx) => {
    await setRole(tx, account.memberId, 'admin');
    await endBlock(tx, account.memberId);
    await replacePassword(tx, { memberId: account.memberId, passwordHash, keepSessionId: null });
    await writeAudit({ actor: theClock, action: 'admin-created', subject: 'member', subjectId: account.memberId }, tx);
  });
  return { memberNumber: account.memberNumber, existed: made === 'email-taken' };
}
