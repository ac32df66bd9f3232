import { z } from 'zod';

const optional = z.string().trim().min(1).optional();

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: optional,
  S3_ENDPOINT: optional,
  S3_PUBLIC_ENDPOINT: optional,
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().default('pinjam'),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  NEXTAUTH_SECRET: optional,
  SMTP_URL: optional,
  MAIL_FROM: optional,
  RETURN_SCHEDULE: z.string().default('* * * * *'),
  TIME_ZONE: z.string().default('Asia/Makassar'),
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  MIGRATE: z.enum(['0', '1']).default('1'),
  DEMO: z.enum(['0', '1']).default('0'),
  METRICS_TOKEN: optional,
});

export type Environment = z.infer<typeof schema>;

let known: Environment | undefined;

/** The one door to process.env inside the server. The launcher has validated everything before; see lib/config/launch.ts. */
export function environment(): Environment {
  known ??= schema.parse(process.env);
  return known;
}

/** What members see in their address bar. */
export function publicUrl(): string {
  const { PUBLIC_URL, PORT } = environment();
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
}

/** Tests start several worlds in one process. */
export function forgetEnvironment(): void {
  known = undefined;
}

/** For a child that reads strangers' files: everything it may need of the surroundings, and nothing worth stealing. */
export function environmentWithoutSecrets(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|S3_.*|NEXTAUTH_SECRET|SMTP_URL|METRICS_TOKEN|.*(SECRET|PASSWORD|TOKEN).*)$/.test(name))) as NodeJS.ProcessEnv;
}
