import { describe, expect, test } from '@jest/globals';
import { readLaunch } from '@/lib/config/launch';

const outside = { DATABASE_URL: 'postgresql://u:p@db/pinjam', S3_ENDPOINT: 'https://s3.example', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's', NEXTAUTH_SECRET: 'x' };

function complaint(env: Record<string, string>): string {
  try {
    readLaunch(env);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the environment', () => {
  test('may be empty: everything is embedded, on this machine, as a demonstration', () => {
    expect(readLaunch({})).toMatchObject({ publicUrl: 'http://localhost:3000', isDatabaseEmbedded: true, isStorageEmbedded: true, demo: true, migrate: true });
  });

  test('treats a variable set to nothing as not set', () => {
    expect(readLaunch({ DATABASE_URL: '', PORT: ' ', S3_ENDPOINT: '' })).toMatchObject({ isDatabaseEmbedded: true, isStorageEmbedded: true, variables: { PORT: 3000 } });
  });

  test('names everything that is wrong in one message', () => {
    const text = complaint({ PORT: '99999', TIME_ZONE: 'Mars/Olympus', RETURN_SCHEDULE: 'often', DATABASE_URL: 'mysql://x', RATE_LIMIT_SCALE: '-1', DEMO: 'yes' });
    for (const name of ['PORT', 'TIME_ZONE', 'RETURN_SCHEDULE', 'DATABASE_URL', 'RATE_LIMIT_SCALE', 'DEMO']) expect(text).toContain(name);
    expect(text).not.toContain('\n');
  });

  test.each([
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '80.5' }, 'PORT'],
    [{ PUBLIC_URL: 'perpustakaan.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://perpustakaan.example' }, 'PUBLIC_URL'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    [{ RETURN_SCHEDULE: '61 * * * *' }, 'RETURN_SCHEDULE'],
    [{ RETURN_SCHEDULE: '* * *' }, 'RETURN_SCHEDULE'],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL'],
    [{ MAIL_FROM: 'perpustakaan' }, 'MAIL_FROM'],
    [{ S3_BUCKET: 'My Books' }, 'S3_BUCKET'],
    [{ MIGRATE: 'true' }, 'MIGRATE'],
    [{ HOST: 'a b' }, 'HOST'],
  ])('%j is refused, naming %s', (env, name) => {
    expect(complaint(env)).toContain(name);
  });

  test('shows no secret when one is wrong', () => {
    expect(complaint({ DATABASE_URL: 'mysql://user:hunter2@db/x', SMTP_URL: 'mail://me:hunter2@mail' })).not.toContain('hunter2');
  });

  test('accepts six fields for the return task', () => {
    expect(readLaunch({ RETURN_SCHEDULE: '*/10 * * * * *' }).variables.RETURN_SCHEDULE).toBe('*/10 * * * * *');
  });
});

describe('services of one’s own', () => {
  test('PostgreSQL and S3 from outside: nothing is embedded, and it is no demonstration', () => {
    expect(readLaunch(outside)).toMatchObject({ isDatabaseEmbedded: false, isStorageEmbedded: false, demo: false });
  });

  test('S3 needs its endpoint and both keys', () => {
    expect(complaint({ ...outside, S3_SECRET_ACCESS_KEY: '' })).toContain('S3_SECRET_ACCESS_KEY');
    expect(complaint({ S3_ENDPOINT: 'https://s3.example' })).toMatch(/S3_ACCESS_KEY_ID.*S3_SECRET_ACCESS_KEY/);
  });

  test('several processes must share the session secret', () => {
    expect(complaint({ ...outside, NEXTAUTH_SECRET: '' })).toContain('NEXTAUTH_SECRET');
  });
});

describe('the demonstration', () => {
  test.each([
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '192.168.1.5' }, false],
    [{ HOST: '::1' }, true],
    [{ PUBLIC_URL: 'http://perpustakaan.example' }, false],
    [{ PUBLIC_URL: 'http://127.0.0.1:3000' }, true],
    [{ DEMO: '0' }, false],
    [{ HOST: '0.0.0.0', DEMO: '1' }, true],
    [{ ...outside, DEMO: '1' }, true],
  ])('%j: %p', (env, demo) => {
    expect(readLaunch(env as Record<string, string>).demo).toBe(demo);
  });

  test('never opens its accounts to the public', () => {
    expect(complaint({ DEMO: '1', PUBLIC_URL: 'http://perpustakaan.example' })).toContain('DEMO');
  });
});

test('an https page cannot fetch books by http', () => {
  expect(complaint({ PUBLIC_URL: 'https://perpustakaan.example' })).toContain('S3_PUBLIC_ENDPOINT');
  expect(complaint({ PUBLIC_URL: 'https://perpustakaan.example', S3_PUBLIC_ENDPOINT: 'https://berkas.perpustakaan.example' })).toBe('none');
});
