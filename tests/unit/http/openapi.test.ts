import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { allContracts, openApiDocument } from '@/lib/http/openapi';

const document = openApiDocument() as { openapi: string; paths: Record<string, Record<string, { responses: object }>> };

/** Every route file under app/api with the methods that it exports, as OpenAPI writes them. */
function routes(folder = 'app/api'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return routes(path);
    if (entry.name !== 'route.ts') return [];
    const source = readFileSync(path, 'utf8');
    const methods = [...source.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(([, method]) => method);
    const address = `/${folder.replace(/^app\//, '').replace(/\[(\.\.\.)?(\w+)\]/g, '{$2}')}`;
    return methods.map((method) => `${method} ${address}`);
  });
}

describe('the contract', () => {
  test('declares every route under /api, and no other', () => {
    expect(allContracts().map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes().sort());
  });

  test('is gathered from every file in lib/http/contracts', () => {
    const gathered = readFileSync('lib/http/openapi.ts', 'utf8');
    for (const file of readdirSync('lib/http/contracts')) expect({ file, isGathered: gathered.includes(`./contracts/${file.replace('.ts', '')}'`) }).toEqual({ file, isGathered: true });
  });

  test('is OpenAPI 3.1 with an answer for every call', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const calls of Object.values(document.paths)) for (const call of Object.values(calls)) expect(Object.keys(call.responses).length).toBeGreaterThan(0);
  });

  test('names every path parameter that the address has', () => {
    for (const { path, params } of allContracts()) {
      const inAddress = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = params === undefined ? [] : Object.keys((params as unknown as { shape: object }).shape);
      expect({ path, names: declared.sort() }).toEqual({ path, names: inAddress.sort() });
    }
  });
});
