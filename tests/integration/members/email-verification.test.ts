import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { POST as verify } from '@/app/api/email-verifications/route';
import { POST as sendAgain } from '@/app/api/me/email-verification/route';
import { GET as readMe, PATCH as changeMe } from '@/app/api/me/route';
import { emailProofText } from '@/lib/adapters/passwords/email-proof';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { forgetEnvironment } from '@/lib/config/environment';
import { addMs, day, hour } from '@/lib/domain/time';
import { drainOutbox } from '@/lib/operations/messages/drain-outbox';
import { Device } from '@/tests/support/device';
import { startMailServer, type MailServer } from '@/tests/support/mail-server';
import { aMember, aMemberLoggedIn } from './a-member';

jest.setTimeout(60_000);

let mails: MailServer;
beforeEach(async () => {
  await pool().query('TRUNCATE "RateLimit"');
  mails ??= await startMailServer();
  mails.received.length = 0;
  withMailServer(mails.url);
});
afterAll(async () => {
  await mails.close();
  withMailServer(undefined);
  await closePool();
});

const anAddress = () => `${crypto.randomUUID()}@Uji.example`.toLowerCase();

describe('an e-mail address', () => {
  test('is verified by the link that is sent with the registration, and by nothing before', async () => {
    const email = anAddress();
    const { device } = await aMemberLoggedIn({ email });
    expect(await verifiedAt(device)).toBeNull();

    const proof = await proofSentTo(email);
    expect((await open(proof)).status).toBe(204);
    const first = await verifiedAt(device);
    expect(first).not.toBeNull();
    // a second click, a mail program that looks ahead
    expect((await open(proof)).status).toBe(204);
    expect(await verifiedAt(device)).toBe(first);
  });

  test('without a mail server nothing waits to be sent, and registering goes on', async () => {
    withMailServer(undefined);
    const member = await aMember({ email: anAddress() });
    expect(await waiting(member.id)).toEqual([]);
  });

  test('is not asked for where there is none', async () => {
    const member = await aMember();
    expect(await waiting(member.id)).toEqual([]);
  });

  test('a changed address is not verified any more, gets a link of its own, and the link for the old one opens nothing', async () => {
    const [before, after] = [anAddress(), anAddress()];
    const { device } = await aMemberLoggedIn({ email: before });
    const old = await proofSentTo(before);
    await open(old);
    await device.call('PATCH', changeMe, { json: { email: after } });
    expect(await verifiedAt(device)).toBeNull();
    const refused = await open(old);
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'verification-invalid']);
    expect(await verifiedAt(device)).toBeNull();
    expect((await open(await proofSentTo(after))).status).toBe(204);
    expect(await verifiedAt(device)).not.toBeNull();
  });

  test('changing something else sends nothing', async () => {
    const email = anAddress();
    const { device } = await aMemberLoggedIn({ email });
    await proofSentTo(email);
    await device.call('PATCH', changeMe, { json: { name: 'Nama Lain', email } });
    await drainOutbox();
    expect(mails.received).toHaveLength(1);
  });

  test('a link that waits for an address that was left is not sent to the new one', async () => {
    const { member, device } = await aMemberLoggedIn({ email: anAddress() });
    const after = anAddress();
    await device.call('PATCH', changeMe, { json: { email: after } });
    expect(await waiting(member.id)).toHaveLength(1);
    await drainOutbox();
    expect(mails.received.map(({ to }) => to)).toEqual([after]);
  });

  test('who verified at the desk meanwhile is not written to', async () => {
    const member = await aMember({ email: anAddress() });
    await pool().query(`UPDATE "Member" SET "emailVerifiedAt" = lending_now() WHERE "id" = $1`, [member.id]);
    await drainOutbox();
    expect(mails.received).toEqual([]);
  });
});

describe('the link', () => {
  test('is valid for three days, to the instant', async () => {
    const email = anAddress();
    const { member, device } = await aMemberLoggedIn({ email });
    const { rows } = await pool().query<{ now: Date; validUntil: Date }>(`SELECT lending_now() AS "now", "validUntil" FROM "Message" WHERE "memberId" = $1`, [member.id]);
    const { now, validUntil } = rows[0] ?? { now: new Date(0), validUntil: new Date(0) };
    expect(Math.abs(validUntil.getTime() - addMs(now, 3 * day).getTime())).toBeLessThan(hour);
    expect((await open(emailProofText({ memberId: member.id, validUntil: now }, email))).status).toBe(422);
    expect(await verifiedAt(device)).toBeNull();
  });

  test('cannot be made longer, or made for another member', async () => {
    const email = anAddress();
    const { device } = await aMemberLoggedIn({ email });
    const other = await aMemberLoggedIn({ email: anAddress() });
    const [memberId = '', until = '', signature = ''] = (await proofSentTo(email)).split('.');
    const later = (Number.parseInt(until, 36) + day).toString(36);
    for (const forged of [`${memberId}.${later}.${signature}`, `${other.member.id}.${until}.${signature}`, `${memberId}.${until}.${'A'.repeat(43)}`, '', 'x'.repeat(199)]) expect((await open(forged)).status).toBe(422);
    expect([await verifiedAt(device), await verifiedAt(other.device)]).toEqual([null, null]);
  });

  test('stands in no table', async () => {
    const email = anAddress();
    const { member } = await aMemberLoggedIn({ email });
    const proof = await proofSentTo(email);
    const { rows } = await pool().query<{ row: string }>(`SELECT m::text AS "row" FROM "Message" m WHERE "memberId" = $1`, [member.id]);
    expect(rows.some(({ row }) => row.includes(proof.split('.')[2] ?? ''))).toBe(false);
  });
});

describe('sending it again', () => {
  test('is slowed down after three times, and replaces what still waits', async () => {
    const { member, device } = await aMemberLoggedIn({ email: anAddress() });
    const again = async () => (await device.call('POST', sendAgain)).status;
    expect([await again(), await again(), await again()]).toEqual([202, 202, 202]);
    expect(await waiting(member.id)).toHaveLength(1);
    expect(await again()).toBe(202);
    expect(await again()).toBe(429);
  });

  test('needs a log-in', async () => {
    expect((await new Device().call('POST', sendAgain)).status).toBe(401);
  });

  test('sends nothing to who is verified already', async () => {
    const email = anAddress();
    const { member, device } = await aMemberLoggedIn({ email });
    await open(await proofSentTo(email));
    expect((await device.call('POST', sendAgain)).status).toBe(202);
    expect(await waiting(member.id)).toEqual([]);
  });
});

function withMailServer(url: string | undefined): void {
  delete process.env['SMTP_URL'];
  if (url !== undefined) process.env['SMTP_URL'] = url;
  forgetEnvironment();
}

async function proofSentTo(address: string): Promise<string> {
  await drainOutbox();
  const mail = mails.received.find(({ to }) => to === address);
  const text = (mail?.raw ?? '').replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  return /\/verify#([\w.-]+)/.exec(text)?.[1] ?? 'no link';
}

const open = (proof: string) => new Device().call('POST', verify, { json: { proof } });
const verifiedAt = async (device: Device) => ((await (await device.call('GET', readMe)).json()) as { emailVerifiedAt: string | null }).emailVerifiedAt;

async function waiting(memberId: string): Promise<unknown[]> {
  const { rows } = await pool().query(`SELECT 1 FROM "Message" WHERE "memberId" = $1 AND "kind" = 'verify-email' AND "sentAt" IS NULL AND "abandonedAt" IS NULL`, [memberId]);
  return rows;
}
