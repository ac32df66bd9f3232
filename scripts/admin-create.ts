import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isTooEasy, passwordLength } from '@/lib/domain/members/password';
import { emailSchema } from '@/lib/http/schemas/member';

// npm run admin:create -- --email nama@dinas.go.id [--name "Nama"] [--password "…"]
// Makes an admin, or gives one a new password. Without --password one is drawn and shown once.

const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' }, password: { type: 'string' } } });
const email = emailSchema.safeParse(values.email ?? '');
if (!email.success) stop('Say whose: npm run admin:create -- --email nama@dinas.go.id [--name "Nama"] [--password "…"]');
const password = values.password ?? drawnPassword();
if (password.length < passwordLength.min || password.length > passwordLength.max || isTooEasy(password, [values.name, email.data]))
  stop(`That password is too short or too easy to guess: at least ${passwordLength.min} letters or digits, a few unrelated words.`);

process.env['DATABASE_URL'] ??= databaseOfRunningLibrary();
const { createAdmin } = await import('@/lib/operations/members/create-admin');
const { closePool } = await import('@/lib/adapters/postgres/pool');
try {
  const { memberNumber, existed } = await createAdmin({ email: email.data, name: values.name ?? 'Admin', password });
  console.log(existed ? `${email.data} is admin and has a new password; all its devices are logged out.` : `${email.data} is admin.`);
  console.log(`Log in with ${email.data} or ${memberNumber}.${values.password === undefined ? ` Password: ${password}` : ''}`);
} catch (error) {
  stop(`The database could not be reached or is not set up: ${(error as Error).message}`);
} finally {
  await closePool();
}

/** With everything embedded, the library tells where its database is while it runs. */
function databaseOfRunningLibrary(): string {
  const file = join(process.env['DATA_DIR'] ?? './data', 'runtime.json');
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl: string }).databaseUrl;
  } catch {
    return stop(`No running library found in ${file}: start it first (npm start), or set DATABASE_URL.`);
  }
}

/** Twelve letters that cannot be mistaken for one another, in groups of four. */
function drawnPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-');
}

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}
