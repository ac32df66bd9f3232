import { describe, expect, test } from '@jest/globals';
import { aVisitor, libraryUrl } from '../support/page';

describe('the door', () => {
  test.each(['phone', 'desktop'] as const)('opens without an error on a %s', async (device) => {
    const visitor = await aVisitor({ device });
    const answer = await visitor.page.goto('/login');
    expect(answer?.status()).toBe(200);
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('id');
    await visitor.leave();
  });

  test('is there for programs too', async () => {
    expect((await fetch(`${libraryUrl}/api/health/live`)).status).toBe(200);
  });
});
