import type { AuthOptions } from 'next-auth';
import { publicUrl } from '@/lib/config/environment';
import { endSession } from '@/lib/operations/members/end-session';
import { readSession } from '@/lib/operations/members/read-session';
import { log } from '@/lib/log';
import { cookieLifeSeconds, isSecure, sessionSecret } from '../session-token';
import { nextAddress } from './next-address';

/** What next-auth hands from authorize to the token: nothing but the session's id matters. */
type OpenedSession = { readonly id: string };
export type Authorize = (credentials: Record<string, string>) => Promise<OpenedSession | null>;

/** The token carries a session id and nothing else; who that is, is asked of the database each time. */
export function authOptions(authorize: Authorize = async () => null): AuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: cookieLifeSeconds },
    jwt: { maxAge: cookieLifeSeconds },
    pages: { signIn: '/login', signOut: '/account', error: '/login' },
    providers: [
      {
        id: 'credentials',
        name: 'Pinjam',
        type: 'credentials',
        credentials: { identifier: { type: 'text' }, password: { type: 'password' } },
        authorize: (credentials) => authorize(credentials ?? {}),
      },
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => `${baseUrl}${nextAddress(url, publicUrl())}`,
      jwt: ({ token, user }) => ({ sid: user === undefined ? token.sid : user.id }),
      async session({ session, token }) {
        const caller = typeof token.sid === 'string' ? await readSession(token.sid) : null;
        if (caller === null) return {} as typeof session;
        return { expires: session.expires, user: { name: caller.name, memberNumber: caller.memberNumber, role: caller.role } };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token.sid !== 'string') return;
        const caller = await readSession(token.sid);
        if (caller !== null) await endSession(caller, caller.sessionId);
      },
    },
    logger: {
      // codes only: next-auth's metadata may carry what was typed
      error: (code) => log.warn({ code }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
