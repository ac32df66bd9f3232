import { hashPassword } from '@/lib/adapters/passwords/argon2';
import { pool } from '@/lib/adapters/postgres/pool';
import { addMs, day } from '@/lib/domain/time';
import { seedOf } from '../seed';
import { idOf } from './ids';

const password = 'pinjam-demo';

/** The accounts that the log-in page names (http-api.md). */
const accounts = [
  { key: 'anggota', name: 'Siti Rahmah', role: 'member', gender: 'female', birthDate: '1996-04-12' },
  { key: 'anggota2', name: 'Budi Santoso', role: 'member', gender: 'male', birthDate: '1988-09-03' },
  { key: 'pustakawan', name: 'Norhayati', role: 'librarian', gender: 'female', birthDate: '1985-01-21' },
  { key: 'admin', name: 'Akhmad Fauzan', role: 'admin', gender: 'male', birthDate: '1979-06-30' },
] as const;

export type AccountKey = (typeof accounts)[number]['key'];

export function accountId(key: AccountKey): string {
  return idOf('member', key);
}

const women = ['Aluh', 'Rusmiati', 'Noor Aida', 'Mahrita', 'Salasiah', 'Rabiatul', 'Fitriani', 'Helda', 'Mastura', 'Nurul', 'Hadijah', 'Ernawati', 'Zainab', 'Raudatul', 'Wahidah', 'Lina', 'Yuliana', 'Hamidah', 'Safura', 'Maulida', 'Aisyah', 'Jumiati', 'Rahmi', 'Dahlia', 'Nadia', 'Sri'];
const men = ['Ahmad', 'Syahruddin', 'Husaini', 'Rahmadi', 'Junaidi', 'Muhran', 'Fahrul', 'Anang', 'Basuni', 'Hendra', 'Ilham', 'Rizani', 'Saberan', 'Mukhlis', 'Yusran', 'Gazali', 'Taufik', 'Akbar', 'Surya', 'Darmawan', 'Ibrahim', 'Rizky', 'Arsyad', 'Zulkifli', 'Bahran', 'Idris'];
const families = ['Hasanah', 'Maulana', 'Effendi', 'Ramadhan', 'Azizah', 'Saputra', 'Wardani', 'Hidayat', 'Safitri', 'Anshari', 'Kurnia', 'Lestari', 'Noor', 'Permana', 'Rahman', 'Utami'];

/** Members who cannot log in (they have no password): the life of the library. */
export const invented: readonly { readonly id: string; readonly name: string; readonly gender: 'female' | 'male'; readonly birthDate: string }[] = [...women, ...men].map((first, index) => {
  const seed = seedOf(`member/${first}`);
  return { id: idOf('member', first), name: `${first} ${families[(index * 7) % families.length] ?? ''}`.trim(), gender: index < women.length ? 'female' : 'male', birthDate: `${seed.whole(1958, 2013)}-${pad(seed.whole(1, 12))}-${pad(seed.whole(1, 28))}` };
});

/** Adds those who are missing. An address that a real member has already stays that member's. */
export async function settlePeople(now: Date): Promise<void> {
  const passwordHash = await hashPassword(password);
  const rows = [
    ...accounts.map(({ key, ...account }, index) => ({ ...account, id: accountId(key), email: `${key}@pinjam.example`, passwordHash, createdAt: addMs(now, -(90 + index) * day) })),
    ...invented.map((person, index) => ({ ...person, role: 'member', email: null, passwordHash: null, createdAt: addMs(now, -(60 + ((index * 17) % 240)) * day) })),
  ];
  const columns = (name: keyof (typeof rows)[number]): unknown[] => rows.map((row) => row[name]);
  await pool().query(
    `INSERT INTO "Member" ("id", "name", "role", "gender", "birthDate", "email", "passwordHash", "createdAt", "updatedAt", "demonstration", "emailVerifiedAt", "emailNotices", "consentVersion", "consentAt")
     SELECT m.id, m.name, m.role, m.gender, m.birth, m.email, m.hash, m.created, m.created, true, CASE WHEN m.email IS NULL THEN NULL ELSE m.created END, false, '1', m.created
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::text[], $8::timestamptz[]) AS m(id, name, role, gender, birth, email, hash, created)
     ON CONFLICT DO NOTHING`,
    [columns('id'), columns('name'), columns('role'), columns('gender'), columns('birthDate'), columns('email'), columns('passwordHash'), columns('createdAt')],
  );
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
