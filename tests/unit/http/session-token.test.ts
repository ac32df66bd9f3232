import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { encode } from 'next-auth/jwt';
import { day } from '@/lib/domain/time';
import { readToken, tokenFor } from '@/lib/http/session-token';

const sessionId = '0b5a3c1e-7f52-4a0e-9a57-3d1c2b4e5f60';
const secret = 'a secret that only this test knows';

beforeAll(() => void (process.env['NEXTAUTH_SECRET'] = secret));
afterEach(() => void jest.useRealTimers());

describe('the token in the session cookie', () => {
  test('names its session and when it was issued, however often it is read', async () => {
    const token = await tokenFor(sessionId);
    for (let reading = 0; reading < 3; reading += 1) expect(await readToken(token)).toMatchObject({ sessionId, issuedAt: expect.any(Date) });
  });

  test('is nobody once its 400 days are over, also for a server that has read it before', async () => {
    const token = await tokenFor(sessionId);
    expect(await readToken(token)).not.toBeNull();
    jest.useFakeTimers({ now: Date.now() + 401 * day, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'performance'] });
    expect(await readToken(token)).toBeNull();
  });

  test.each([
    ['of another secret', () => encode({ token: { sid: sessionId }, secret: 'a secret of somebody else' })],
    ['that names no session', () => encode({ token: { name: 'Siti' }, secret })],
    ['that names something else than a session', () => encode({ token: { sid: 'x' }, secret })],
    ['changed by a letter', async () => (await tokenFor(sessionId)).replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`)],
    ['that is empty', () => Promise.resolve('')],
  ])('%s is nobody', async (_, made) => expect(await readToken(await made())).toBeNull());
});
