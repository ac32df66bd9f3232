import { z } from 'zod';

const optional = z.string().trim().min(1).optional();
const address = z.url({ protocol: /^https?$/, error: 'must be an address such as https://perpustakaan.example' });
const yesOrNo = z.enum(['0', '1'], { error: 'must be 0 or 1' });

/** Every variable that Pinjam reads, with its default. The table in docs/operating.md and .env.example say the same; a test holds them together. */
export const variables = z.object({
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(1, 'must be a port number').max(65535, 'must be a port number').default(3000),
  HOST: z.string().regex(/^[\w.:-]+$/, 'must be a host name or an IP address').default('127.0.0.1'),
  PUBLIC_URL: address.optional(),
  TRUST_PROXY: z.coerce.number({ error: 'must be a number of proxies' }).int('must be a whole number').min(0, 'must be 0 to 10').max(10, 'must be 0 to 10').default(0),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgresql://').optional(),
  S3_ENDPOINT: address.optional(),
  S3_PUBLIC_ENDPOINT: address.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name: small letters, digits, dots, hyphens').default('pinjam'),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  NEXTAUTH_SECRET: optional,
  SMTP_URL: z.string().regex(/^smtps?:\/\/\S+$/, 'must begin with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().regex(/@/, 'must be an e-mail address').optional(),
  RETURN_SCHEDULE: z.string().regex(/^\S+( +\S+){4,5}$/, 'must be a cron expression of 5 or 6 fields').default('* * * * *'),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone such as Asia/Makassar').default('Asia/Makassar'),
  RATE_LIMIT_SCALE: z.coerce.number({ error: 'must be a number' }).positive('must be more than 0').default(1),
  MIGRATE: yesOrNo.default('1'),
  DEMO: yesOrNo.default('0'),
  METRICS_TOKEN: optional,
  NIGHTLY_BACKUP: yesOrNo.default('0'),
});

export type Environment = z.infer<typeof variables>;

/** A variable that is set to nothing is not set: that is how compose files pass on what is missing. */
export function withoutEmpty(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [[name, value.trim()]])));
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
