import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginLibrary, removeFolder, untilOpen, type Library } from '@/tests/support/the-library';
import type { Client } from '../client';
import { type Finding, paceOf, rounded } from '../measure';
import { loggedIn, someMembers, someTitles } from '../people';

const callers = 8;

/** Two server processes on one PostgreSQL and one bucket, beside one of them alone. */
export async function twoProcesses(library: Library): Promise<Finding[]> {
  const other = await untilOpen(await beginLibrary(sharedWith(library)));
  try {
    const one = await cyclesOn([library.url]);
    const two = await cyclesOn([library.url, other.url]);
    return [
      { what: `borrow + return over HTTP by two server processes (${callers} members)`, value: rounded(two.perSecond), unit: 'cycles/s', beside: 'by one', besideValue: rounded(one.perSecond), ratio: rounded(two.perSecond / one.perSecond) },
      { what: 'the same, p95', value: rounded(two.p95Ms), unit: 'ms', beside: 'by one', besideValue: rounded(one.p95Ms) },
    ];
  } finally {
    await other.stop();
    removeFolder(other.dataDir);
  }
}

/** What a second process is told of the first one's services. */
function sharedWith(library: Library): Record<string, string> {
  const drawn = JSON.parse(readFileSync(join(library.dataDir, 'installation.json'), 'utf8')) as { s3AccessKeyId: string; s3SecretAccessKey: string; nextauthSecret: string };
  const { databaseUrl, s3Endpoint } = library.runtime();
  return {
    DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: drawn.nextauthSecret,
    S3_ENDPOINT: s3Endpoint, S3_REGION: 'us-east-1', S3_BUCKET: 'pinjam', S3_ACCESS_KEY_ID: drawn.s3AccessKeyId, S3_SECRET_ACCESS_KEY: drawn.s3SecretAccessKey,
  };
}

async function cyclesOn(origins: readonly string[]) {
  const members = await someMembers(callers);
  const titles = await someTitles(callers);
  const clients: Client[] = [];
  for (const [index, member] of members.entries()) clients.push(...(await loggedIn(origins[index % origins.length] ?? '', [member])));
  const pace = await paceOf(callers, 8, async (caller) => {
    const client = clients[caller];
    if (client === undefined) throw new Error('a caller without a client');
    const { id } = await client.must<{ id: string }>('POST', `/api/titles/${titles[caller] ?? ''}/loans`, [201]);
    await client.must('POST', `/api/loans/${id}/return`, [200]);
  });
  for (const client of clients) client.close();
  return pace;
}
