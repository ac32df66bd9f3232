// npm run db:diff -- NAME: writes the migration that leads from the migrations to schema.prisma, or says that there is none to write.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaDrift } from './schema-engine';

const [name] = process.argv.slice(2);
const sql = await schemaDrift(databaseUrl());
console.log(tell(sql));

function tell(missing: string): string {
  if (missing === '') return 'The migrations and schema.prisma say the same.';
  process.exitCode = name === undefined ? 2 : 0;
  if (name === undefined) return missing;
  const folder = join('prisma/migrations', `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), missing);
  return `Written: ${folder}/migration.sql. Read it, and add by hand what Prisma cannot say.`;
}

/** Any server will do: the running library's, or the one that DATABASE_URL names. */
function databaseUrl(): string {
  if (process.env['DATABASE_URL'] !== undefined) return process.env['DATABASE_URL'];
  const runtime = join(process.env['DATA_DIR'] ?? './data', 'runtime.json');
  return (JSON.parse(readFileSync(runtime, 'utf8')) as { databaseUrl: string }).databaseUrl;
}
