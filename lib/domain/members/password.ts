/** Long enough to resist a guesser who has a try a minute; the most is a bound on the work of hashing. */
export const passwordLength = { min: 8, max: 200 } as const;

/** The passwords that everybody tries first, and one's own name or address. */
export function isTooEasy(password: string, own: readonly (string | null | undefined)[] = []): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size <= 2) return true;
  if (triedFirst.has(plain)) return true;
  return own.some((word) => word !== null && word !== undefined && word !== '' && plain === word.trim().toLowerCase());
}

const triedFirst = new Set([
  '12345678',
  '123456789',
  '1234567890',
  '87654321',
  '01234567',
  'qwertyui',
  'qwertyuiop',
  'asdfghjkl',
  'abcdefgh',
  'password',
  'password1',
  'sayangku',
  'katasandi',
  'kata sandi',
  'bismillah',
  'perpustakaan',
  'indonesia',
  'iloveyou',
  'abcd1234',
  'qwerty123',
]);
