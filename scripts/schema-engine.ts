import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

type Engine = { diff(input: object): Promise<{ exitCode: number; stdout: string | null }> };

/**
 * Prisma's own engine (as WebAssembly: the binary would be downloaded) says what SQL leads from the migrations to
 * schema.prisma; '' when they say the same. The migrations run in a database made for it on the server of `databaseUrl`.
 */
export async function schemaDrift(databaseUrl: string): Promise<string> {
  const engine = await openEngine(databaseUrl);
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrations() },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema() }] },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? '' : (stdout ?? '');
}

function schema(): string {
  return readFileSync('prisma/schema.prisma', 'utf8');
}

function migrations(): object {
  const names = readdirSync('prisma/migrations').filter((name) => /^\d{14}_/.test(name)).sort();
  return {
    baseDir: 'prisma/migrations',
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: readFileSync('prisma/migrations/migration_lock.toml', 'utf8') },
    migrationDirectories: names.map((path) => ({ path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(join('prisma/migrations', path, 'migration.sql'), 'utf8') } } })),
  };
}

async function openEngine(databaseUrl: string): Promise<Engine> {
  const folder = join(process.cwd(), 'node_modules/@prisma/schema-engine-wasm');
  const background = (await import(join(folder, 'schema_engine_bg.js'))) as { __wbg_set_wasm(exports: object): void; SchemaEngine: { new: (options: object, log: () => void, factory: object) => Promise<Engine> } };
  const wasm = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': background as unknown as WebAssembly.ModuleImports });
  background.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => process.stderr.write(`${text}\n`) } });
  return background.SchemaEngine.new({ datamodels: [['schema.prisma', schema()]] }, () => undefined, bindMigrationAwareSqlAdapterFactory(mendedAdapter(databaseUrl)));
}

/** Four faults of adapter-pg 7.10.0 in the engine's hands, mended (measured: stack.md section 3). */
function mendedAdapter(databaseUrl: string): PrismaPg {
  const url = new URL(databaseUrl);
  const server = { host: url.hostname, port: Number(url.port || 5432), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const factory = new PrismaPg({ ...server, database: url.pathname.slice(1) });
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () => mended(await connect()),
    // its own answers the main database, and is dropped while still connected
    connectToShadowDb: async () => {
      const name = `pinjam_shadow_${process.pid}_${Date.now()}`;
      await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0`);
      const shadow = mended(await new PrismaPg({ ...server, database: name }).connect());
      const dispose = shadow.dispose.bind(shadow);
      return Object.assign(shadow, {
        dispose: async () => {
          await dispose();
          await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        },
      });
    },
  });
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

const oneCharacterOid = 18;
const characterColumn = 6;

function mended(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver() as pg.Pool;
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<pg.QueryResult>;
  const queryRaw = adapter.queryRaw.bind(adapter);
  let characters: number[] = [];
  Object.assign(pool, {
    query: async (...given: unknown[]) => {
      const result = await query(...given);
      characters = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === oneCharacterOid ? [index] : []));
      for (const index of characters) Object.assign(result.fields[index] ?? {}, { dataTypeID: 1042 });
      return result;
    },
  });
  return Object.assign(adapter, {
    queryRaw: async (statement: Parameters<Adapter['queryRaw']>[0]) => {
      const result = await queryRaw(statement);
      for (const index of characters) result.columnTypes[index] = characterColumn;
      return result;
    },
    // its own splits functions at their semicolons
    executeScript: async (script: string) => void (await query(script)),
  });
}

async function onServer(server: object, sql: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
