import { isPassword } from '@/lib/adapters/passwords/argon2';
import { fingerprint } from '@/lib/adapters/passwords/fingerprint';
import { findCredentials } from '@/lib/adapters/postgres/credentials';
import { insertSession } from '@/lib/adapters/postgres/sessions';
import { countTry, forgiveTry } from '@/lib/adapters/postgres/tries';
import { environment } from '@/lib/config/environment';
import { identifierOf } from '@/lib/domain/members/identifier';
import { passwordTriesPerAccount, passwordTriesPerAddress, scaled } from '@/lib/domain/members/tries';
import { granted, refuse, type Outcome } from '@/lib/domain/outcome';

export type LogIn = {
  readonly identifier: string;
  readonly password: string;
  readonly address: string;
  /** Tokens from earlier log-ins on this device. */
  readonly deviceTokens: readonly string[];
  readonly userAgent: string | null;
};

export type LoggedIn = { readonly sessionId: string; readonly memberId: string; readonly deviceToken: string };

/**
 * Opens a session for the right password. Wrong tries are counted against the account as seen from one place: a device
 * that has logged in to it before, else the address. So nobody can keep an owner out from elsewhere, and neither the
 * answer nor its time tells whether the account exists (docs/decisions/004-wrong-passwords.md).
 */
export async function logIn({ identifier, password, address, deviceTokens, userAgent }: LogIn): Promise<Outcome<LoggedIn>> {
  const { RATE_LIMIT_SCALE, DEMO } = environment();
  const wanted = identifierOf(identifier);
  const found = await findCredentials(wanted);
  const member = found === null || (found.demonstration && DEMO === '0') ? null : found;

  const deviceToken = member === null ? '' : deviceTokenOf(member.memberId);
  const isKnownDevice = deviceTokens.includes(deviceToken);
  const place = isKnownDevice ? `device ${deviceToken}` : `address ${address}`;
  const accountKey = `login:${fingerprint('login', `${JSON.stringify(wanted)} ${place}`)}`;
  const addressKey = `login-address:${fingerprint('address', address)}`;
  const counted = [{ key: accountKey, limit: scaled(passwordTriesPerAccount, RATE_LIMIT_SCALE) }];
  if (!isKnownDevice) counted.push({ key: addressKey, limit: scaled(passwordTriesPerAddress, RATE_LIMIT_SCALE) });
  const { waitMs } = await countTry(counted);
  if (waitMs > 0) return refuse({ code: 'too-many-tries', retryAfterSeconds: Math.ceil(waitMs / 1000) });

  const passwordHash = member?.passwordHash ?? null;
  const isRight = await isPassword(passwordHash, password);
  if (!isRight || member === null || passwordHash === null) return refuse({ code: 'wrong-credentials' });
  const sessionId = await insertSession({ memberId: member.memberId, passwordHash, userAgent });
  if (sessionId === null) return refuse({ code: 'wrong-credentials' });
  await forgiveTry([accountKey], isKnownDevice ? [] : [addressKey]);
  return granted({ sessionId, memberId: member.memberId, deviceToken });
}

/** What a device keeps after a log-in to know the account again; it opens nothing. */
function deviceTokenOf(memberId: string): string {
  return fingerprint('known-device', memberId).slice(0, 22);
}
