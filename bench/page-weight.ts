import { gzipSync } from 'node:zlib';
import { Client } from './client';
import { type Finding, rounded } from './measure';

type Weight = { readonly html: number; readonly script: number; readonly style: number };

/** What a member pays for the first sight of a page over a metered line: its HTML, scripts and styles, packed by gzip. */
export async function pageWeights(origin: string): Promise<Finding[]> {
  const nobody = new Client(origin);
  const member = new Client(origin);
  await member.logIn('anggota@pinjam.example', 'pinjam-demo');
  const { items } = await nobody.must<{ items: { id: string }[] }>('GET', '/api/titles?limit=1', [200]);
  const pages: [string, Client, string][] = [['collection', nobody, '/'], ['title page', nobody, `/titles/${items[0]?.id ?? ''}`], ['shelf', member, '/shelf'], ['log-in page', nobody, '/login']];
  const findings: Finding[] = [];
  for (const [what, client, path] of pages) {
    const { html, script, style } = await weightOf(client, path);
    findings.push({ what: `${what}: scripts`, value: kib(script), unit: 'KiB', beside: 'HTML and styles', besideValue: kib(html + style) });
  }
  for (const client of [nobody, member]) client.close();
  return findings;
}

async function weightOf(client: Client, path: string): Promise<Weight> {
  const { status, body } = await client.call('GET', path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  // what only browsers from before modules fetch is no weight of ours
  const modern = body.replaceAll(/<script[^>]*nomodule[^>]*>/gi, '');
  return { html: gzipSync(body).length, script: await packed(client, addresses(modern, 'js')), style: await packed(client, addresses(body, 'css')) };
}

function addresses(html: string, ending: 'js' | 'css'): string[] {
  return [...new Set([...html.matchAll(new RegExp(`/_next/static/[^"'\\\\]+?\\.${ending}`, 'g'))].map(([address]) => address))];
}

async function packed(client: Client, paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += gzipSync((await client.call('GET', path)).body).length;
  return bytes;
}

function kib(bytes: number): number {
  return rounded(bytes / 1024);
}
