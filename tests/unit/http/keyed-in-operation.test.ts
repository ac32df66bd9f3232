import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allContracts } from '@/lib/http/openapi';

/** Whether the route hands the caller's key on to its operation, which then claims it. */
function handsKeyOn(path: string): boolean {
  return /\b(actOf|staffActOf)\(/.test(readFileSync(`app${path.replace(/\{(\w+)\}/g, '[$1]')}/route.ts`, 'utf8'));
}

test('an idempotency key is claimed once: by the operation or around it, never by both', () => {
  for (const { method, path, keyed } of allContracts()) {
    if (method === 'GET') continue;
    expect({ method, path, inOperation: keyed === 'in-operation' }).toEqual({ method, path, inOperation: handsKeyOn(path) });
  }
});
