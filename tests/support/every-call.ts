// Next's own storage of a request wants this before anything else of Next's
import 'next/dist/server/node-environment-baseline';
import { randomUUID } from 'node:crypto';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import type { Role } from '@/lib/domain/members/caller';
import { pool } from '@/lib/adapters/postgres/pool';
import { hashPassword } from '@/lib/adapters/passwords/argon2';
import { emailProofText } from '@/lib/adapters/passwords/email-proof';
import { tokenFor } from '@/lib/http/session-token';
import { issueResetCode } from '@/lib/operations/members/issue-reset-code';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { aPdf } from './a-pdf';
import { begun, inspected, sent } from './an-upload';
import { Device } from './device';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf, type MemberShape } from './world';

// Each state-changing call of the contract, ready to succeed. Tests go through all of them: what every call keeps, each keeps.

export type Person = { readonly memberId: string; readonly role: Role; readonly device: Device };

/** Somebody with a session, without the slow log-in. */
export async function somebody(role: Role = 'member', shape: MemberShape = {}): Promise<Person> {
  const memberId = await aMember({ role, ...shape });
  return { memberId, role, device: await aDeviceOf(memberId) };
}

export async function aDeviceOf(memberId: string): Promise<Device> {
  const { rows } = await pool().query<{ id: string }>('INSERT INTO "Session" ("memberId") VALUES ($1) RETURNING "id"', [memberId]);
  const device = new Device(`203.0.113.${(addresses += 1) % 250}`);
  device.cookies.set('next-auth.session-token', await tokenFor(rows[0]?.id ?? ''));
  return device;
}

let addresses = 1;

/** What is sent, and another request that the same key may not stand for. */
export type Asked = { readonly by: Person | null; readonly params?: Record<string, string>; readonly body?: object; readonly other?: { readonly params?: Record<string, string>; readonly body?: object } };

// what a route leaves for after its answer is Next's to begin, and there is no Next here
const unserved = { afterContext: { after: () => undefined } };

/** One call by its address in the contract, without a server in between. */
export async function call(name: string, { by, params, body, query = '' }: Omit<Asked, 'other'> & { query?: string }, headers: Record<string, string> = {}): Promise<Response> {
  const [method = '', path = ''] = name.split(' ');
  const route = (await import(`../../app${path.replace(/\{(\w+)\}/g, '[$1]')}/route.ts`)) as Record<string, Parameters<Device['call']>[1]>;
  const handler = route[method];
  if (handler === undefined) throw new Error(`${name} has no handler`);
  const sent = { ...(params === undefined ? {} : { params }), ...(body === undefined ? {} : { json: body }), headers, path: `/${query}` };
  return workAsyncStorage.run(unserved as never, () => workUnitAsyncStorage.run({} as never, () => (by?.device ?? new Device()).call(method, handler, sent)));
}

const longLoan = 'PT2H';
const instant = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

async function aRunningLoan(): Promise<{ by: Person; id: string; titleId: string }> {
  const by = await somebody();
  const titleId = await aTitle({ loanPeriod: longLoan });
  return { by, titleId, id: (await aLoan(titleId, by.memberId)).id };
}

async function aWaitingHold(): Promise<{ by: Person; id: string; titleId: string }> {
  const { titleId } = await aRunningLoan();
  const by = await somebody();
  await aHold(titleId, await aMember());
  return { by, titleId, id: (await aHold(titleId, by.memberId)).id };
}

async function anOffer(): Promise<{ by: Person; id: string; titleId: string }> {
  const { by: borrower, titleId, id: loanId } = await aRunningLoan();
  const by = await somebody();
  const { id } = await aHold(titleId, by.memberId);
  await returnLoan(loanId, borrower.memberId, byMember(borrower.memberId));
  return { by, titleId, id };
}

async function onLoanOf({ by, id }: { by: Person; id: string }): Promise<Asked> {
  const titleId = await aTitle({ loanPeriod: longLoan });
  return { by, params: { id }, other: { params: { id: (await aLoan(titleId, by.memberId)).id } } };
}

async function onHoldOf({ by, id }: { by: Person; id: string }, body?: object): Promise<Asked> {
  const { titleId } = await aRunningLoan();
  return { by, params: { id }, ...(body === undefined ? {} : { body }), other: { params: { id: (await aHold(titleId, by.memberId)).id } } };
}

async function onMember(shape: MemberShape = {}, body?: object): Promise<Asked> {
  return { by: await somebody('librarian'), params: { id: await aMember(shape) }, ...(body === undefined ? {} : { body }), other: { params: { id: await aMember(shape) } } };
}

async function anUpload(librarianId: string): Promise<string> {
  return (await inspected(await aPdf({ pages: 1, title: 'Uji' }), librarianId)).id;
}

const reason = { reason: 'Uji coba' };
const aPolicy = { loanPeriod: 'P3D', loanLimit: 5, holdLimit: 5, pickupWindow: 'P1D', renewalLimit: 1, renewalWindow: 'P1D', retention: 'P90D' };
const password = 'buku-harian-7';

/** Every state-changing call that keeps keys, by its name in the contract. */
export const everyCall: Readonly<Record<string, () => Promise<Asked>>> = {
  'POST /api/titles/{id}/loans': async () => ({ by: await somebody(), params: { id: await aTitle() }, other: { params: { id: await aTitle() } } }),
  'POST /api/titles/{id}/holds': async () => ({ by: await somebody(), params: { id: (await aRunningLoan()).titleId }, other: { params: { id: (await aRunningLoan()).titleId } } }),
  'POST /api/loans/{id}/renewals': async () => onLoanOf(await aRunningLoan()),
  'POST /api/loans/{id}/return': async () => onLoanOf(await aRunningLoan()),
  'DELETE /api/holds/{id}': async () => onHoldOf(await aWaitingHold()),
  'POST /api/holds/{id}/pass': async () => onHoldOf(await anOffer()),
  'PUT /api/holds/{id}/suspension': async () => onHoldOf(await aWaitingHold(), { until: null }),
  'DELETE /api/holds/{id}/suspension': async () => onHoldOf(await aWaitingHold()),
  'PUT /api/titles/{id}/reading': async () => {
    const { by, titleId } = await aRunningLoan();
    return { by, params: { id: titleId }, body: { position: { page: 3 }, savedAt: instant(0) }, other: { body: { position: { page: 4 }, savedAt: instant(0) } } };
  },
  'PUT /api/titles/{id}/saved': async () => ({ by: await somebody(), params: { id: await aTitle() }, other: { params: { id: await aTitle() } } }),
  'DELETE /api/titles/{id}/saved': async () => ({ by: await somebody(), params: { id: await aTitle() }, other: { params: { id: await aTitle() } } }),
  'PATCH /api/me': async () => ({ by: await somebody(), body: { name: 'Nama Baru' }, other: { body: { name: 'Nama Lain' } } }),
  'POST /api/me/email-verification': async () => ({ by: await somebody('member', { email: `${randomUUID()}@uji.example`, verified: false }) }),
  'PUT /api/me/password': async () => ({ by: await somebody('member', { passwordHash: await hashPassword(password) }), body: { current: password, password: 'kapal-kertas-9' }, other: { body: { current: password, password: 'kapal-kertas-8' } } }),
  'DELETE /api/me': async () => ({ by: await somebody() }),
  'DELETE /api/me/sessions/{id}': async () => {
    const by = await somebody();
    await aDeviceOf(by.memberId);
    const sessions = await rowsOf<{ id: string }>('SELECT "id" FROM "Session" WHERE "memberId" = $1 ORDER BY "createdAt" DESC', [by.memberId]);
    return { by, params: { id: sessions[0]?.id ?? '' } };
  },
  'POST /api/members': async () => ({ by: null, body: { name: 'Sari', email: `${randomUUID()}@uji.example`, password }, other: { body: { name: 'Sari Dua', password } } }),
  'POST /api/password-resets': async () => ({ by: null, body: { identifier: `${randomUUID()}@uji.example` }, other: { body: { identifier: 'lain@uji.example' } } }),
  'POST /api/password-resets/completion': async () => {
    const desk = await somebody('librarian');
    const email = `${randomUUID()}@uji.example`;
    const memberId = await aMember({ email });
    const code = await issueResetCode({ memberId: desk.memberId, role: 'librarian' }, memberId);
    return { by: null, body: { identifier: email, code: code.ok ? code.value.code : '', password: 'kapal-kertas-9' }, other: { body: { identifier: 'x', code: 'y', password: 'kapal-kertas-9' } } };
  },
  'POST /api/email-verifications': async () => {
    const email = `${randomUUID()}@uji.example`;
    const memberId = await aMember({ email, verified: false });
    return { by: null, body: { proof: emailProofText({ memberId, validUntil: new Date(Date.now() + 3_600_000) }, email) }, other: { body: { proof: 'x' } } };
  },
  'POST /api/notices/read': async () => {
    const { by } = await anOffer();
    const notices = await rowsOf<{ id: string }>(`SELECT "id" FROM "Message" WHERE "memberId" = $1 AND "channel" = 'notice'`, [by.memberId]);
    return { by, body: { ids: notices.map(({ id }) => id) }, other: { body: { ids: [randomUUID()] } } };
  },
  'POST /api/visits': async () => ({ by: null, body: { token: randomUUID() }, other: { body: { token: randomUUID() } } }),

  'POST /api/admin/holds/{id}/cancellation': async () => ({ by: await somebody('librarian'), params: { id: (await aWaitingHold()).id }, body: reason, other: { body: { reason: 'Lain' } } }),
  'POST /api/admin/holds/{id}/move': async () => ({ by: await somebody('librarian'), params: { id: (await aWaitingHold()).id }, body: reason, other: { body: { reason: 'Lain' } } }),
  'POST /api/admin/loans/{id}/revocation': async () => ({ by: await somebody('librarian'), params: { id: (await aRunningLoan()).id }, body: reason, other: { body: { reason: 'Lain' } } }),
  'POST /api/admin/loans/{id}/renewals': async () => ({ by: await somebody('librarian'), params: { id: (await aRunningLoan()).id }, other: { params: { id: (await aRunningLoan()).id } } }),
  'POST /api/admin/members': async () => ({ by: await somebody('librarian'), body: { name: 'Pelajar', password }, other: { body: { name: 'Guru', password } } }),
  'PATCH /api/admin/members/{id}': () => onMember({}, { name: 'Betul Tulis' }),
  'DELETE /api/admin/members/{id}': () => onMember(),
  'PUT /api/admin/members/{id}/block': () => onMember({}, reason),
  'DELETE /api/admin/members/{id}/block': () => onMember({ blockedAt: new Date(Date.now() - 1000) }),
  'PUT /api/admin/members/{id}/role': async () => ({ ...(await onMember({}, { role: 'librarian' })), by: await somebody('admin') }),
  'POST /api/admin/members/{id}/reset-code': () => onMember(),
  'POST /api/admin/maintenance': async () => ({ by: await somebody('librarian'), body: { from: instant(3_600_000), until: instant(7_200_000) }, other: { body: { from: instant(3_600_000), until: instant(9_000_000) } } }),
  'DELETE /api/admin/maintenance/{id}': async () => {
    const by = await somebody('librarian');
    const made = await call('POST /api/admin/maintenance', { by, body: { from: instant(3_600_000), until: instant(7_200_000) } });
    return { by, params: { id: ((await made.json()) as { id: string }).id }, other: { params: { id: randomUUID() } } };
  },
  'PUT /api/admin/policy': async () => ({ by: await somebody('admin'), body: aPolicy, other: { body: { ...aPolicy, loanLimit: 4 } } }),
  'PUT /api/admin/policy/categories/{category}': async () => ({ by: await somebody('admin'), params: { category: 'guru' }, body: { loanLimit: 7 }, other: { body: { loanLimit: 8 } } }),
  'DELETE /api/admin/policy/categories/{category}': async () => {
    const by = await somebody('admin');
    await call('PUT /api/admin/policy/categories/{category}', { by, params: { category: 'santri' }, body: { loanLimit: 2 } });
    return { by, params: { category: 'santri' }, other: { params: { category: 'guru' } } };
  },
  'POST /api/admin/outages': async () => {
    const body = { from: instant(-7_200_000), until: instant(-3_600_000), reason: 'Saluran putus' };
    return { by: await somebody('admin'), body, other: { body: { ...body, reason: 'Lain' } } };
  },
  'POST /api/admin/titles': async () => {
    const by = await somebody('librarian');
    const body = { uploadId: await anUpload(by.memberId), title: 'Judul Uji', licence: { model: 'perpetual', copies: 2 } };
    return { by, body, other: { body: { ...body, title: 'Judul Lain' } } };
  },
  'PATCH /api/admin/titles/{id}': async () => ({ by: await somebody('librarian'), params: { id: await aTitle() }, body: { title: 'Diperbaiki' }, other: { body: { title: 'Lain' } } }),
  'PUT /api/admin/titles/{id}/copies': async () => ({ by: await somebody('librarian'), params: { id: await aTitle() }, body: { count: 3 }, other: { body: { count: 4 } } }),
  'PUT /api/admin/titles/{id}/content': async () => {
    const by = await somebody('librarian');
    return { by, params: { id: await aTitle() }, body: { uploadId: await anUpload(by.memberId) }, other: { body: { uploadId: randomUUID() } } };
  },
  'POST /api/admin/titles/{id}/withdrawal': async () => ({ by: await somebody('librarian'), params: { id: await aTitle() }, body: reason, other: { body: { reason: 'Lain' } } }),
  'POST /api/admin/titles/{id}/looks': async () => ({ by: await somebody('librarian'), params: { id: await aTitle() }, body: reason, other: { body: { reason: 'Lainnya' } } }),
  'POST /api/admin/titles/{id}/licences': async () => ({ by: await somebody('librarian'), params: { id: await aTitle() }, body: { model: 'perpetual', copies: 1 }, other: { body: { model: 'perpetual', copies: 2 } } }),
  'DELETE /api/admin/titles/{id}/withdrawal': async () => {
    const by = await somebody('librarian');
    const withdrawn = await aTitle();
    await call('POST /api/admin/titles/{id}/withdrawal', { by, params: { id: withdrawn }, body: reason });
    return { by, params: { id: withdrawn }, other: { params: { id: await aTitle() } } };
  },
  'PUT /api/admin/titles/{id}/terms': async () => ({ by: await somebody('librarian'), params: { id: await aTitle() }, body: { loanPeriod: 'P7D' }, other: { body: { loanPeriod: 'P8D' } } }),
  'POST /api/admin/titles/{id}/licences/{licenceId}/withdrawal': async () => {
    const id = await aTitle();
    const [licence] = await rowsOf<{ id: string }>('SELECT "id" FROM "Licence" WHERE "titleId" = $1', [id]);
    return { by: await somebody('librarian'), params: { id, licenceId: licence?.id ?? '' }, body: reason, other: { body: { reason: 'Lain' } } };
  },
  'POST /api/admin/uploads': async () => ({ by: await somebody('librarian'), body: { fileName: 'uji.pdf', sizeBytes: 1000 }, other: { body: { fileName: 'lain.pdf', sizeBytes: 1000 } } }),
  'DELETE /api/admin/uploads/{id}': async () => {
    const by = await somebody('librarian');
    return { by, params: { id: (await begun(await aPdf({ pages: 1, title: 'Uji' }), by.memberId)).upload.id }, other: { params: { id: randomUUID() } } };
  },
  'POST /api/admin/uploads/{id}/complete': async () => {
    const by = await somebody('librarian');
    const bytes = await aPdf({ pages: 1, title: 'Uji' });
    const upload = await begun(bytes, by.memberId);
    return { by, params: { id: upload.upload.id }, body: { parts: await sent(bytes, upload) }, other: { body: { parts: [] } } };
  },
};
