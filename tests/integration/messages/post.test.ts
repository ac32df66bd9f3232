import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { post } from '@/lib/adapters/email/post';
import { closePool } from '@/lib/adapters/postgres/pool';
import { forgetEnvironment } from '@/lib/config/environment';
import { freePort } from '../../support/free-port';

// a busy machine takes its time
jest.setTimeout(30_000);

const mail = { id: '5f9c0d1e', to: 'siti@example.org', subject: 'Giliran Anda', text: 'Halo', html: '<p>Halo</p>' };
let server: SMTPServer | undefined;

afterEach(async () => {
  await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  server = undefined;
  delete process.env['SMTP_URL'];
  delete process.env['MAIL_FROM'];
  forgetEnvironment();
});
afterAll(closePool);

type Seen = { from: string; secure: boolean; user: unknown; raw: string };

/** A mail server with TLS (its own certificate) that wants a log-in; answers what it took. */
async function aMailServer(scheme: 'smtp' | 'smtps', login: string, options: SMTPServerOptions = {}): Promise<Seen[]> {
  const seen: Seen[] = [];
  server = new SMTPServer({
    secure: scheme === 'smtps',
    disableReverseLookup: true,
    onAuth: ({ username, password }, _, answer) => (username === 'pinjam' && password === 'r@hasia' ? answer(null, { user: username }) : answer(new Error('no'))),
    onData: (stream, session, done) => {
      let raw = '';
      stream.on('data', (part: Buffer) => (raw += part.toString()));
      stream.on('end', () => {
        seen.push({ from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address, secure: session.secure, user: session.user, raw });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  process.env['SMTP_URL'] = `${scheme}://${login}127.0.0.1:${(server.server.address() as AddressInfo).port}?tls.rejectUnauthorized=false`;
  forgetEnvironment();
  return seen;
}

describe('handing an e-mail over', () => {
  test.each(['smtp', 'smtps'] as const)('%s: encrypted, logged in with a password that holds signs', async (scheme) => {
    const seen = await aMailServer(scheme, 'pinjam:r%40hasia@');
    expect(await post(mail, 10_000)).toEqual({ sent: true });
    expect(seen).toMatchObject([{ secure: true, user: 'pinjam' }]);
  });

  test('with a Message-ID of its own that a second delivery would have too, from MAIL_FROM, marked as automatic', async () => {
    const seen = await aMailServer('smtp', '', { authOptional: true });
    process.env['MAIL_FROM'] = 'Perpustakaan <surat@perpus.example>';
    forgetEnvironment();
    await post(mail, 10_000);
    await post(mail, 10_000);
    expect(seen.map(({ from }) => from)).toEqual(['surat@perpus.example', 'surat@perpus.example']);
    for (const { raw } of seen) {
      expect(raw).toContain('Message-ID: <5f9c0d1e@localhost:3000>');
      expect(raw).toContain('Auto-Submitted: auto-generated');
    }
  });

  test.each([
    ['a wrong password', 'pinjam:salah@', /^EAUTH 535$/],
    ['no password where one is wanted', '', /^E\w+ 530$/],
  ])('%s is the server’s trouble, not the e-mail’s', async (_, login, error) => {
    await aMailServer('smtp', login);
    expect(await post(mail, 10_000)).toEqual({ sent: false, error: expect.stringMatching(error), isFinal: false, isServerAway: true });
  });

  test('nobody listens there: said at once', async () => {
    process.env['SMTP_URL'] = `smtp://127.0.0.1:${await freePort()}`;
    forgetEnvironment();
    expect(await post(mail, 10_000)).toMatchObject({ sent: false, error: 'ECONNREFUSED', isServerAway: true });
  });

  test('an address that is none is this e-mail’s own trouble', async () => {
    await aMailServer('smtp', '', { authOptional: true });
    expect(await post({ ...mail, to: '' }, 10_000)).toMatchObject({ sent: false, isServerAway: false });
  });
});
