import { expect, test } from '@jest/globals';
import { schemaDrift } from '@/scripts/schema-engine';

test('schema.prisma and the migrations say the same', async () => {
  expect(await schemaDrift(process.env['DATABASE_URL'] ?? '')).toBe('');
}, 60_000);
