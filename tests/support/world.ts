import { randomUUID } from 'node:crypto';
import { pool } from '@/lib/adapters/postgres/pool';
import type { Actor } from '@/lib/domain/actor';
import type { NewLicence } from '@/lib/domain/lending/licences';
import type { Act } from '@/lib/operations/act';
import { borrowTitle } from '@/lib/operations/lending/borrow-title';
import { placeHold } from '@/lib/operations/lending/place-hold';

// Builds by intent: `aTitle({ copies: 2 })`, `aQueueOf(3, title)`. Everything is real rows in the test's own database.

export type MemberShape = { name?: string; email?: string | null; role?: 'member' | 'librarian' | 'admin'; passwordHash?: string | null; blockedAt?: Date; blockedUntil?: Date; validUntil?: Date; verified?: boolean };

let memberCount = 0;

export async function aMember(shape: MemberShape = {}): Promise<string> {
  memberCount += 1;
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO "Member" ("memberNumber", "name", "email", "role", "passwordHash", "blockedAt", "blockedUntil", "validUntil", "emailVerifiedAt", "consentVersion", "consentAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '1', lending_now()) RETURNING "id"`,
    [`T${memberCount}-${randomUUID().slice(0, 8)}`, shape.name ?? `Anggota ${memberCount}`, shape.email ?? null, shape.role ?? 'member', shape.passwordHash ?? null, shape.blockedAt, shape.blockedUntil, shape.validUntil, shape.verified === false ? null : new Date()],
  );
  return known(rows[0]).id;
}

export type TitleShape = { copies?: number; title?: string; authors?: string[]; language?: string; subjects?: string[]; published?: boolean; loanPeriod?: string; pickupWindow?: string; content?: boolean };

export async function aTitle(shape: TitleShape = {}): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO "Title" ("title", "authors", "language", "subjects", "publishedAt", "loanPeriod", "pickupWindow", "lendingChangedAt", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01', '2020-01-01') RETURNING "id"`,
    [shape.title ?? 'Sungai Barito', shape.authors ?? ['Siti Rahmah'], shape.language ?? 'id', shape.subjects ?? [], shape.published === false ? null : new Date('2020-01-01'), shape.loanPeriod, shape.pickupWindow],
  );
  const titleId = known(rows[0]).id;
  await aLicence(titleId, shape.copies ?? 1);
  if (shape.content !== false) await someContent(titleId);
  return titleId;
}

export async function aLicence(titleId: string, copies: number): Promise<string> {
  const licence = await pool().query<{ id: string }>(`INSERT INTO "Licence" ("titleId", "model", "createdAt") VALUES ($1, 'perpetual', '2020-01-01') RETURNING "id"`, [titleId]);
  const licenceId = known(licence.rows[0]).id;
  await pool().query(`INSERT INTO "Copy" ("titleId", "licenceId", "addedAt") SELECT $1, $2, '2020-01-01' FROM generate_series(1, $3)`, [titleId, licenceId, copies]);
  return licenceId;
}

/** What a librarian buys when nothing else is said. */
export function perpetual(copies: number): NewLicence {
  return { terms: { model: 'perpetual', expiresAt: null, checkoutsLimit: null, loanLength: null }, copies, purchase: { priceRupiah: null, vendor: null, orderNumber: null, note: null } };
}

async function someContent(titleId: string): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO "Content" ("titleId", "format", "contentType", "objectKey", "sizeBytes", "pages") VALUES ($1, 'pdf', 'application/pdf', $2, 1000, 10) RETURNING "id"`,
    [titleId, `contents/${randomUUID()}.pdf`],
  );
  await pool().query(`UPDATE "Title" SET "currentContentId" = $2 WHERE "id" = $1`, [titleId, known(rows[0]).id]);
}

export function byMember(memberId: string, idempotencyKey?: string): Act {
  return { actor: { kind: 'member', memberId, channel: 'web' } satisfies Actor, idempotencyKey };
}

/** Borrows for a member who must succeed. */
export async function aLoan(titleId: string, memberId: string, time?: { at: Date }) {
  const outcome = await borrowTitle(titleId, memberId, byMember(memberId), time);
  if (!outcome.ok) throw new Error(`borrowing was refused: ${outcome.refusal.code}`);
  return outcome.value.loan;
}

export async function aHold(titleId: string, memberId: string, time?: { at: Date }) {
  const outcome = await placeHold(titleId, memberId, byMember(memberId), time);
  if (!outcome.ok) throw new Error(`queueing was refused: ${outcome.refusal.code}`);
  return outcome.value.hold;
}

/** So many members in the queue of a title, in order. */
export async function aQueueOf(count: number, titleId: string, time?: { at: Date }): Promise<{ memberId: string; holdId: string }[]> {
  const queue: { memberId: string; holdId: string }[] = [];
  for (let place = 0; place < count; place += 1) {
    const memberId = await aMember();
    queue.push({ memberId, holdId: (await aHold(titleId, memberId, time)).id });
  }
  return queue;
}

export async function rowsOf<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await pool().query<T>(sql, values)).rows;
}

export async function setPolicy(values: Partial<Record<'loanPeriod' | 'loanLimit' | 'holdLimit' | 'pickupWindow' | 'renewalLimit' | 'renewalWindow' | 'retention', string | number>>): Promise<void> {
  const [now] = await rowsOf<Record<string, unknown>>('SELECT * FROM "Policy" ORDER BY "id" DESC LIMIT 1');
  const next = { ...now, ...values };
  await pool().query(
    `INSERT INTO "Policy" ("loanPeriod", "loanLimit", "holdLimit", "pickupWindow", "renewalLimit", "renewalWindow", "retention") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [next['loanPeriod'], next['loanLimit'], next['holdLimit'], next['pickupWindow'], next['renewalLimit'], next['renewalWindow'], next['retention']],
  );
}

function known<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('the database answered with no row');
  return row;
}
