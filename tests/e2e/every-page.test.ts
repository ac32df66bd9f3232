import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { everyPage, nowhere, type PageToSee, type Who } from '../support/every-page';
import { faultsOf } from '../support/faults';
import { aVisitBy } from '../support/logged-in';
import { aVisitor, type Visitor } from '../support/page';
import { storedWords, strangersIn } from '../support/strangers';

jest.setTimeout(240_000);

let pages: readonly PageToSee[];
let stored: readonly string[];
beforeAll(async () => {
  pages = await everyPage();
  stored = await storedWords();
});

const kinds: readonly Who[] = ['nobody', 'anggota@pinjam.example', 'anggota2@pinjam.example', 'pustakawan@pinjam.example', 'admin@pinjam.example'];

describe.each([
  ['phone', 'id-ID'],
  ['desktop', 'en-GB'],
] as const)('on a %s in %s', (device, locale) => {
  test.each(kinds)('no page of %s has a fault, in light or dark, or says a word of the other language', async (who) => {
    const visitor = who === 'nobody' ? await aVisitor({ device, locale }) : await aVisitBy(who, { device, locale });
    const warnings = warningsOf(visitor);
    visitor.mayRefuse(401, /credentials$/);
    visitor.mayRefuse(422, /\/api\/members$/);
    visitor.mayRefuse(422, /\/api\/email-verifications$/);
    visitor.mayRefuse(404, new RegExp(nowhere));
    const found: unknown[] = [];
    for (const { path, state, prepare } of pages.filter((each) => each.who === who)) {
      const { page } = visitor;
      await page.goto(path);
      if (path.startsWith('/read/')) await page.waitForSelector('.reader[data-sharp="true"]', { timeout: 60_000 });
      await prepare?.(page);
      const faults = [...(await faultsOf(page)), ...(await strangersIn(page, locale === 'id-ID' ? 'id' : 'en', stored)), ...warnings.splice(0)];
      if (faults.length > 0) found.push({ path, state, faults });
    }
    expect(found).toEqual([]);
    await visitor.leave();
  });
});

function warningsOf({ context }: Visitor): string[] {
  const warnings: string[] = [];
  // that a preloaded file was not yet used is about how busy the machine is
  context.on('console', (message) => message.type() === 'warning' && !message.text().includes('preload') && warnings.push(`console: ${message.text()}`));
  return warnings;
}
