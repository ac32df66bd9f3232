import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { post } from '@/lib/adapters/email/post';
import { closePool, pool } from '@/lib/adapters/postgres/pool';
import { forgetEnvironment } from '@/lib/config/environment';
import { drainOutbox } from '@/lib/operations/messages/drain-outbox';
import { requestResetLink } from '@/lib/operations/members/request-reset-link';
import { resetPassword } from '@/lib/operations/members/reset-password';
import { returnLoan } from '@/lib/operations/lending/return-loan';
import { settleDue } from '@/lib/operations/lending/settle-due';
import { cancelHold } from '@/lib/operations/lending/cancel-hold';
import { plainTextOf, startMailServer, type MailServer } from '../../support/mail-server';
import { aHold, aLoan, aMember, aTitle, byMember, rowsOf } from '../../support/world';

// a busy machine takes its time
jest.setTimeout(30_000);

let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
  process.env['SMTP_URL'] = mail.url;
  forgetEnvironment();
});
beforeEach(() => {
  mail.mood = 'takes';
  mail.received.length = 0;
});
afterEach(() => pool().query(`DELETE FROM "Message"; UPDATE "Member" SET "email" = NULL`));
afterAll(async () => {
  await mail.close();
  await closePool();
});

type Row = { id: string; channel: string; kind: string; attemptCount: number; lastError: string | null; sentAt: Date | null; abandonedAt: Date | null; nextAttemptAt: Date };
const emails = () => rowsOf<Row>(`SELECT * FROM "Message" WHERE "channel" = 'email' ORDER BY "createdAt"`);
const dueAgain = () => pool().query(`UPDATE "Message" SET "nextAttemptAt" = now() WHERE "channel" = 'email'`);

/** A member with an address to whom a copy has just been set aside. */
async function aTurn(email = 'siti@example.org', title = 'Sungai Barito') {
  const titleId = await aTitle({ title });
  const first = await aMember();
  const loan = await aLoan(titleId, first);
  const memberId = await aMember({ name: 'Siti', email });
  const hold = await aHold(titleId, memberId);
  await returnLoan(loan.id, first, byMember(first));
  return { titleId, memberId, hold };
}

describe('an e-mail in the outbox', () => {
  test('goes out once, in the member’s language, with the place to act and how to stop it', async () => {
    const { titleId } = await aTurn();
    expect(await drainOutbox()).toMatchObject({ sentCount: 1, failedCount: 0 });
    expect(await drainOutbox()).toMatchObject({ sentCount: 0 });
    expect(mail.received).toHaveLength(1);
    const [sent] = mail.received;
    const text = sent === undefined ? '' : plainTextOf(sent);
    expect(sent?.to).toBe('siti@example.org');
    expect(text).toMatch(/Yth\. Siti,[^]*disisihkan untuk Anda sampai \w+, \d+ \w+ \d{4} \d\d\.\d\d WITA/);
    expect(text).toContain(`http://localhost:3000/titles/${titleId}`);
    expect(text).toContain('http://localhost:3000/account');
    expect((await emails())[0]).toMatchObject({ attemptCount: 1, lastError: null, sentAt: expect.any(Date) });
  });

  test('is written in English for who chose it', async () => {
    const { memberId } = await aTurn('john@example.org');
    await pool().query(`UPDATE "Member" SET "locale" = 'en' WHERE "id" = $1`, [memberId]);
    await drainOutbox();
    expect(mail.received.map(plainTextOf).join()).toContain('A copy is set aside for you until');
  });

  test('carries a name with <script> as words, not as a script', async () => {
    const { memberId } = await aTurn();
    await pool().query(`UPDATE "Member" SET "name" = '<script>x' WHERE "id" = $1`, [memberId]);
    await drainOutbox();
    expect(mail.received[0]?.raw).toContain('Yth. <script>x');
    expect(mail.received[0]?.raw).toContain('<p>Yth. &lt;script&gt;x');
  });

  test('has a title with line breaks in its subject on one line: nobody writes headers through a title', async () => {
    await aTurn('siti@example.org', 'Sungai\r\nBcc: all@example.org');
    await drainOutbox();
    expect(mail.received[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
    expect(mail.received[0]?.to).toBe('siti@example.org');
  });

  test('for a new password carries a link that works, and goes to a member who wants no other e-mail', async () => {
    const memberId = await aMember({ name: 'Siti', email: 'siti@example.org', passwordHash: 'x' });
    await pool().query(`UPDATE "Member" SET "emailNotices" = false WHERE "id" = $1`, [memberId]);
    await requestResetLink('siti@example.org', '203.0.113.9');
    expect(await drainOutbox()).toMatchObject({ sentCount: 1 });
    const secret = /http:\/\/localhost:3000\/reset#(\S+)/.exec(mail.received.map(plainTextOf).join())?.[1] ?? '';
    expect(await resetPassword({ kind: 'link', secret }, 'sebuah-sandi-baru', '203.0.113.9')).toMatchObject({ ok: true });
  });

  test('of fifty, eight drainers at once send each exactly once', async () => {
    await pool().query(`INSERT INTO "Member" ("memberNumber", "name", "email") SELECT 'many-' || n, 'A', 'm' || n || '@example.org' FROM generate_series(1, 50) n`);
    await pool().query(
      `INSERT INTO "Message" ("memberId", "channel", "kind", "key", "validUntil", "facts") SELECT "id", 'email', 'loan-ended', "memberNumber", now() + interval '1 day', '{}' FROM "Member" WHERE "memberNumber" LIKE 'many-%'`,
    );
    const drained = await Promise.all(Array.from({ length: 8 }, drainOutbox));
    expect(drained.reduce((sum, { sentCount }) => sum + sentCount, 0)).toBe(50);
    expect(new Set(mail.received.map(({ to }) => to)).size).toBe(50);
    expect(mail.received).toHaveLength(50);
  });
});

describe('a mail server in trouble loses nothing and doubles nothing', () => {
  test.each([
    ['refuses-the-address', 'EENVELOPE 550'],
    ['is-too-busy', 'EENVELOPE 451'],
    ['drops-before-the-end', 'ECONNECTION'],
  ] as const)('%s: tried again later, and then sent once', async (mood, error) => {
    await aTurn();
    mail.mood = mood;
    expect(await drainOutbox()).toMatchObject({ sentCount: 0, failedCount: 1 });
    const [failed] = await emails();
    expect(failed).toMatchObject({ attemptCount: 1, sentAt: null, abandonedAt: null });
    expect(failed?.lastError?.split(' ')[0]).toBe(error.split(' ')[0]);
    expect(failed?.lastError).not.toContain('@');
    expect(await drainOutbox()).toMatchObject({ sentCount: 0, failedCount: 0 });
    mail.mood = 'takes';
    await dueAgain();
    await drainOutbox();
    await drainOutbox();
    expect(mail.received).toHaveLength(1);
    expect((await emails())[0]).toMatchObject({ attemptCount: 2, lastError: null, sentAt: expect.any(Date) });
  });

  test('one that stalls is given up after seconds, and holds up no connection to the database', async () => {
    await aTurn();
    mail.mood = 'stalls';
    const draining = drainOutbox();
    const [open] = await rowsOf<{ count: number }>(`SELECT count(*) AS "count" FROM pg_stat_activity WHERE "datname" = current_database() AND "state" = 'idle in transaction'`);
    expect(open?.count).toBe(0);
    expect(await draining).toMatchObject({ failedCount: 1 });
    expect((await emails())[0]).toMatchObject({ sentAt: null, attemptCount: 1, lastError: expect.stringMatching(/^E[A-Z]+$/) });
  }, 20_000);

  test('one that dribbles for ever is cut off when the time is over', async () => {
    mail.mood = 'dribbles';
    expect(await post({ id: 'a', to: 'siti@example.org', subject: 's', text: 't', html: 'h' }, 1500)).toMatchObject({ sent: false, isServerAway: true });
  });

  test('a server that is away is asked with one batch, not with all that waits', async () => {
    await pool().query(`INSERT INTO "Member" ("memberNumber", "name", "email") SELECT 'few-' || n, 'A', 'f' || n || '@example.org' FROM generate_series(1, 20) n`);
    await pool().query(`INSERT INTO "Message" ("memberId", "channel", "kind", "key", "facts") SELECT "id", 'email', 'loan-ended', "memberNumber", '{}' FROM "Member" WHERE "memberNumber" LIKE 'few-%'`);
    mail.mood = 'drops-before-the-end';
    mail.connections = 0;
    await drainOutbox();
    expect(mail.connections).toBe(5);
  });

  test('an address that is refused five times is given up', async () => {
    await aTurn();
    mail.mood = 'refuses-the-address';
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await dueAgain();
      await drainOutbox();
    }
    expect((await emails())[0]).toMatchObject({ attemptCount: 5, abandonedAt: expect.any(Date), lastError: 'EENVELOPE 550' });
  });

  test('what a killed process had taken on is sent by another after the lease', async () => {
    await aTurn();
    await pool().query(`UPDATE "Message" SET "attemptCount" = 1, "nextAttemptAt" = now() + interval '2 minutes' WHERE "channel" = 'email'`);
    expect(await drainOutbox()).toMatchObject({ sentCount: 0 });
    await dueAgain();
    expect(await drainOutbox()).toMatchObject({ sentCount: 1 });
  });
});

describe('a stale message is never sent', () => {
  const nothingSent = async () => {
    expect(await drainOutbox()).toMatchObject({ sentCount: 0, abandonedCount: 1 });
    expect(mail.received).toHaveLength(0);
  };

  test('"your turn" after the window has passed', async () => {
    const { hold } = await aTurn();
    await pool().query(`UPDATE "Hold" SET "readyAt" = now() - interval '2 days', "readyUntil" = date_trunc('second', now() - interval '1 day') WHERE "id" = $1`, [hold.id]);
    await pool().query(`UPDATE "CopyUse" SET "from" = now() - interval '2 days', "until" = date_trunc('second', now() - interval '1 day') WHERE "id" = (SELECT "offerId" FROM "Hold" WHERE "id" = $1)`, [hold.id]);
    await nothingSent();
  });

  test('"your turn" after the copy was taken', async () => {
    const { titleId, memberId } = await aTurn();
    await aLoan(titleId, memberId);
    await nothingSent();
  });

  test('"your turn" after the member left the queue', async () => {
    const { hold, memberId } = await aTurn();
    await cancelHold(hold.id, memberId, byMember(memberId));
    await nothingSent();
  });

  test('news of last week', async () => {
    await aLoan(await aTitle(), await aMember({ email: 'siti@example.org' }), { at: new Date(Date.now() - 12 * 24 * 3_600_000) });
    await settleDue();
    await nothingSent();
  });

  test('anything to a member who turned e-mail off meanwhile, or has no address any more', async () => {
    const { memberId } = await aTurn();
    await pool().query(`UPDATE "Member" SET "emailNotices" = false WHERE "id" = $1`, [memberId]);
    await nothingSent();
  });

  test('anything to the invented people of the demonstration', async () => {
    const { memberId } = await aTurn();
    await pool().query(`UPDATE "Member" SET "demonstration" = true WHERE "id" = $1`, [memberId]);
    await nothingSent();
  });

  test('and "your turn" whose window an outage has lengthened is not stale, and tells the new time', async () => {
    const { hold } = await aTurn();
    await pool().query(`UPDATE "Message" SET "validUntil" = now() - interval '1 minute', "facts" = jsonb_set("facts", '{readyUntil}', '"2026-01-01T00:00:00.000Z"')`);
    const [{ readyUntil } = { readyUntil: new Date(0) }] = await rowsOf<{ readyUntil: Date }>('SELECT "readyUntil" FROM "Hold" WHERE "id" = $1', [hold.id]);
    expect(await drainOutbox()).toMatchObject({ sentCount: 1 });
    expect(mail.received.map(plainTextOf).join()).toContain(String(new Date(readyUntil.getTime() + 8 * 3_600_000).getUTCFullYear()));
    expect(mail.received.map(plainTextOf).join()).not.toContain('Jan 2026');
  });
});

test('without SMTP_URL no e-mail is written, and the notice on the shelf is', async () => {
  delete process.env['SMTP_URL'];
  forgetEnvironment();
  await aTurn();
  expect(await rowsOf(`SELECT "channel", "kind" FROM "Message"`)).toEqual([{ channel: 'notice', kind: 'your-turn' }]);
  expect(await drainOutbox()).toMatchObject({ sentCount: 0 });
  process.env['SMTP_URL'] = mail.url;
  forgetEnvironment();
});
