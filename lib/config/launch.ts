import { validate as isCronExpression } from 'node-cron';
import { CannotStart } from './cannot-start';
import { variables, withoutEmpty, type Environment } from './variables';

/** What the launcher has decided from the environment, before anything runs. */
export type Launch = {
  readonly variables: Environment;
  readonly publicUrl: string;
  readonly isDatabaseEmbedded: boolean;
  readonly isStorageEmbedded: boolean;
  readonly demo: boolean;
  readonly migrate: boolean;
  /** Whoever brings a database of their own has it backed up there. */
  readonly nightlyBackup: boolean;
};

/** Reads and judges the whole environment; one error names all that is wrong. */
export function readLaunch(given: Readonly<Record<string, string | undefined>>): Launch {
  const env = withoutEmpty(given);
  const parsed = variables.safeParse(env);
  const problems = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message} (is ${shown(issue.path.join('.'), env)})`);
  problems.push(...contradictions(env));
  if (!parsed.success || problems.length > 0) throw new CannotStart(`The environment is not right: ${[...new Set(problems)].join('; ')}.`);

  const publicUrl = (parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/$/, '');
  const isDatabaseEmbedded = env['DATABASE_URL'] === undefined;
  const isStorageEmbedded = !hasStorage(env);
  return { variables: parsed.data, publicUrl, isDatabaseEmbedded, isStorageEmbedded, demo: isDemo(env), migrate: parsed.data.MIGRATE === '1', nightlyBackup: (env['NIGHTLY_BACKUP'] ?? (isDatabaseEmbedded ? '1' : '0')) === '1' };
}

/** What is right by itself and wrong together. */
function contradictions(env: Record<string, string>): string[] {
  const problems: string[] = [];
  const schedule = env['RETURN_SCHEDULE'];
  if (schedule !== undefined && !isCronExpression(schedule)) problems.push(`RETURN_SCHEDULE must be a cron expression of 5 or 6 fields (is ${JSON.stringify(schedule)})`);
  if (hasStorage(env))
    for (const name of ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']) if (env[name] === undefined) problems.push(`${name} is missing: S3 of your own needs endpoint and both keys`);
  if (env['DATABASE_URL'] !== undefined && env['NEXTAUTH_SECRET'] === undefined) problems.push('NEXTAUTH_SECRET is missing: it is required with DATABASE_URL, the same for every process');
  if (env['DEMO'] === '1' && !isLoopbackUrl(env['PUBLIC_URL'])) problems.push('DEMO=1 opens accounts with a published password and cannot go with a public PUBLIC_URL');
  if (!hasStorage(env) && env['PUBLIC_URL']?.startsWith('https:') === true && env['S3_PUBLIC_ENDPOINT'] === undefined)
    problems.push('S3_PUBLIC_ENDPOINT is missing: browsers on an https page fetch books by https too, through your proxy');
  return problems;
}

/** By default only a machine that shows itself to nobody else is a demonstration. */
function isDemo(env: Record<string, string>): boolean {
  if (env['DEMO'] !== undefined) return env['DEMO'] === '1';
  const isOwnMachine = env['DATABASE_URL'] === undefined && !hasStorage(env);
  return isOwnMachine && isLoopbackHost(env['HOST'] ?? 'localhost') && isLoopbackUrl(env['PUBLIC_URL']);
}

function hasStorage(env: Record<string, string>): boolean {
  return ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].some((name) => env[name] !== undefined);
}

function isLoopbackUrl(url: string | undefined): boolean {
  if (url === undefined) return true;
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}

export function isLoopbackHost(host: string): boolean {
  return /^(localhost|(.+\.)?localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}

const secrets = /SECRET|PASSWORD|TOKEN|KEY|DATABASE_URL|SMTP_URL/;

function shown(name: string, env: Record<string, string>): string {
  if (secrets.test(name)) return 'hidden here';
  return env[name] === undefined ? 'not set' : JSON.stringify(env[name]);
}
