import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aPublishedTitle, ApiClient, refusedWith, type Reply } from '../../support/api-client';
import { eventually } from '../../support/eventually';
import { anAdmin, outsideServices, type OutsideServices } from '../../support/outside-services';
import { beginLibrary, removeFolder, untilOpen, type Library } from '../../support/the-library';

let outside: OutsideServices;
let library: Library;
let staff: ApiClient;
let member: ApiClient;
let title = '';

beforeAll(async () => {
  outside = await outsideServices();
  library = await untilOpen(await beginLibrary(outside.env));
  staff = await anAdmin(outside.databaseUrl, library.url);
  member = await ApiClient.newMember(library.url);
  title = await aPublishedTitle(2, 'Sungai Barito', staff);
}, 600_000);

afterAll(async () => {
  await library.stop();
  await outside.stop();
  removeFolder(library.dataDir);
});

async function timed(call: () => Promise<Reply>): Promise<Reply & { ms: number }> {
  const startedAt = performance.now();
  return { ...(await call()), ms: performance.now() - startedAt };
}

test('explore', async () => {
  const log = (...x: unknown[]) => process.stderr.write(x.map((y) => (typeof y === 'string' ? y : JSON.stringify(y))).join(' ') + '\n');
  for (const mood of ['down', 'silent'] as const) {
    await outside.database.become(mood);
    for (const [m, p, b] of [['GET', '/api/titles'], ['GET', `/api/titles/${title}`], ['POST', `/api/titles/${title}/loans`], ['GET', '/api/loans'], ['GET', '/api/me'], ['POST', '/api/admin/uploads', { fileName: 'a.pdf', sizeBytes: 10, contentType: 'application/pdf' }], ['GET', '/api/health'], ['GET', '/api/health/live'], ['POST', '/api/members', { name: 'X Y', password: 'kata-sandi-uji', consent: true }], ['GET', '/api/auth/session'], ['GET', '/api/admin/loans'], ['GET', '/api/metrics'], ['GET', '/opds']] as const) {
      const who = p.includes('admin') ? staff : member;
      const { status, json, headers, ms } = await timed(() => who.call(m, p, b));
      log(mood, m, p, status, json['code'] ?? '', json['part'] ?? '', headers.get('retry-after') ?? '', Math.round(ms));
    }
    for (const p of ['/', '/shelf', '/account', '/admin', '/admin/loans', `/titles/${title}`, '/login', '/account/devices']) {
      const startedAt = performance.now();
      const answer = await member.send('GET', p);
      log(mood, 'page', p, answer.status, Math.round(performance.now() - startedAt));
    }
    {
      const t = await timed(() => new ApiClient(library.url).logIn('admin@uji.example', 'tujuh-perahu-kayu'));
      log(mood, 'login', t.status, t.json, Math.round(t.ms));
    }
    await outside.database.become('carries');
    const startedAt = performance.now();
    await eventually(async () => (await member.call('GET', '/api/me')).status === 200, { withinMs: 60_000 });
    log('back after', Math.round(performance.now() - startedAt));
  }
  log(library.lines.filter((l) => /"level":"(error|warn)"/.test(l)).slice(-30).map((l) => l.slice(0, 300)).join('\n'));
}, 600_000);
