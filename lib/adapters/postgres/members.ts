import type { Profile, ProfileChange } from '@/lib/domain/members/profile';
import { verificationMail } from './email-verification';
import { pool } from './pool';
import { inTransaction } from './transaction';

export type NewMember = Omit<Profile, 'id' | 'memberNumber' | 'role' | 'emailVerifiedAt' | 'phoneVerifiedAt' | 'blockedAt' | 'blockedUntil' | 'blockedReason' | 'createdAt' | 'emailNotices'> & {
  readonly passwordHash: string;
};

/** The new member with the number that the database drew, or that the address has an account already. A new address gets its link with it. */
export async function insertMember(member: NewMember): Promise<Profile | 'email-taken'> {
  return orEmailTaken(() =>
    inTransaction(async (tx) => {
      const { names, values } = columnsOf(member);
      const { rows } = await tx.query<ProfileRow>(`INSERT INTO "Member" (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING ${profileColumns}`, values);
      if (rows[0] === undefined) throw new Error('the member was not kept');
      await verificationMail(tx, rows[0].id);
      return profileOf(rows[0]);
    }),
  );
}

export async function updateProfile(memberId: string, change: ProfileChange & { emailVerifiedAt?: null; phoneVerifiedAt?: null }): Promise<Profile | 'email-taken' | null> {
  return orEmailTaken(() =>
    inTransaction(async (tx) => {
      const { names, values } = columnsOf(change);
      const set = [...names.map((name, at) => `${name} = $${at + 2}`), '"updatedAt" = lending_now()'].join(', ');
      const { rows } = await tx.query<ProfileRow>(`UPDATE "Member" SET ${set} WHERE "id" = $1 AND "erasedAt" IS NULL RETURNING ${profileColumns}`, [memberId, ...values]);
      if (change.emailVerifiedAt === null) await verificationMail(tx, memberId);
      return rows[0] === undefined ? null : profileOf(rows[0]);
    }),
  );
}

export async function findProfile(memberId: string): Promise<Profile | null> {
  const { rows } = await pool().query<ProfileRow>({ name: 'find-profile', text: `SELECT ${profileColumns} FROM "Member" WHERE "id" = $1 AND "erasedAt" IS NULL`, values: [memberId] });
  return rows[0] === undefined ? null : profileOf(rows[0]);
}

/** What may be written of a member here; names never come from a request. */
const writable = [
  'name', 'email', 'emailVerifiedAt', 'phone', 'phoneVerifiedAt', 'birthDate', 'gender', 'category', 'validUntil', 'guardianName', 'guardianPhone', 'consentVersion', 'consentAt', 'locale',
  'emailNotices', 'passwordHash',
] as const;

function columnsOf(given: Readonly<Partial<Record<(typeof writable)[number], unknown>>>): { readonly names: readonly string[]; readonly values: unknown[] } {
  const named = writable.filter((name) => given[name] !== undefined);
  return { names: named.map((name) => `"${name}"`), values: named.map((name) => (name === 'birthDate' && given[name] instanceof Date ? given[name].toISOString().slice(0, 10) : given[name])) };
}

// a date of birth is a day, read as its midnight in UTC
const profileColumns = `"id", "memberNumber", "role", "name", "email", "emailVerifiedAt", "phone", "phoneVerifiedAt", "birthDate"::timestamp AT TIME ZONE 'UTC' AS "birthDate", "gender", "category",
  "validUntil", "guardianName", "guardianPhone", "consentVersion", "consentAt", "locale", "emailNotices", "blockedAt", "blockedUntil", "blockedReason", "createdAt"`;

type ProfileRow = Omit<Profile, 'role' | 'gender'> & { role: string; gender: string | null };

// CHECK constraints and the page's schema keep role and gender to their words
function profileOf(row: ProfileRow): Profile {
  return row as Profile;
}

/** The one unique index that a person can run into is that over lower("email"). */
async function orEmailTaken<T>(work: () => Promise<T>): Promise<T | 'email-taken'> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown }).code === '23505') return 'email-taken';
    throw error;
  }
}
