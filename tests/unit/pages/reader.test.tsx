import { describe, expect, jest, test } from '@jest/globals';
import { BottomBar, TopBar } from '@/app/(reading)/read/_reader/bars';
import { ClosedBook } from '@/app/(reading)/read/_reader/loan/closed-book';
import { EndingSoon } from '@/app/(reading)/read/_reader/loan/ending-soon';
import { SearchPanel } from '@/app/(reading)/read/_reader/panels/search-panel';
import { WaitingNotice } from '@/app/(reading)/read/_reader/waiting-notice';
import { shown, type Shown } from '../../support/shown';

const nothing = () => undefined;
const labels = (page: Shown) => page.all('button').map(({ attributes, words }) => attributes['aria-label'] ?? words);
const isOff = (page: Shown, label: string) => 'disabled' in (page.all('button').find(({ attributes }) => attributes['aria-label'] === label)?.attributes ?? {});

describe('why a book is closed, and what now', () => {
  const closed = (what: Parameters<typeof ClosedBook>[0]['closed'], page: number | null = 12) => shown(<ClosedBook closed={what} loanId="l1" titleId="t1" title="Sungai Barito" page={page} />);

  test.each(['returned', 'expired', 'revoked'] as const)('a loan that was %s says so kindly, keeps the place and leads back to the title', async (endedBy) => {
    const page = await closed({ reason: 'loan-ended', endedBy } as never);
    expect(page.words).toContain('Sungai Barito');
    expect(page.words).toContain('12');
    expect(page.links.map(({ href }) => href)).toEqual(['/titles/t1', '/shelf']);
  });

  test('each way of ending has words of its own', async () => {
    const said = await Promise.all((['returned', 'expired', 'revoked'] as const).map(async (endedBy) => (await closed({ reason: 'loan-ended', endedBy } as never)).all('h1')[0]?.words));
    expect(new Set(said).size).toBe(3);
  });

  test('who was logged out is led to log in, and back into this very book', async () => {
    const page = await closed({ reason: 'logged-out' } as never);
    expect(page.links.map(({ href }) => href)).toEqual(['/login?next=%2Fread%2Fl1', '/shelf']);
  });

  test('a reader on the first page is not told of a place', async () => {
    expect((await closed({ reason: 'loan-ended', endedBy: 'expired' } as never, 1)).words).not.toMatch(/[Hh]alaman 1\b/);
  });
});

describe('the bars', () => {
  const bottom = (page: number, locale: 'id' | 'en' = 'id') => shown(<BottomBar page={page} pages={300} onPage={nothing} zoomPercent={125} onZoom={nothing} isFitWidth={false} onFitWidth={nothing} />, { locale });

  test('every button says what it does, in both languages', async () => {
    const [id, en] = [await bottom(5), await bottom(5, 'en')];
    for (const page of [id, en]) expect(labels(page).every((label) => label.length > 2)).toBe(true);
    expect(labels(id)).not.toEqual(labels(en));
  });

  test('at the first page there is none before, at the last none after', async () => {
    const [before, , after] = [labels(await bottom(1))[0] ?? '', '', labels(await bottom(1))[1] ?? ''];
    expect([isOff(await bottom(1), before), isOff(await bottom(1), after)]).toEqual([true, false]);
    expect([isOff(await bottom(300), before), isOff(await bottom(300), after)]).toEqual([false, true]);
    expect([isOff(await bottom(150), before), isOff(await bottom(150), after)]).toEqual([false, false]);
  });

  test('the slider tells a screen reader the page, not a number without a thing', async () => {
    const slider = (await bottom(7)).all('input').find(({ attributes }) => attributes['type'] === 'range');
    expect(slider?.attributes).toMatchObject({ min: '1', max: '300', value: '7' });
    expect(slider?.attributes['aria-valuetext']).toMatch(/7.*300/);
  });

  test('the way back is a link; full screen is offered where the browser has it', async () => {
    const top = (fullScreen: { isOn: boolean; toggle: () => void } | null) => shown(<TopBar title="Sungai" backHref="/shelf" note={null} panel="search" onPanel={nothing} isDark={false} onDark={nothing} fullScreen={fullScreen} />);
    const [without, withIt] = [await top(null), await top({ isOn: false, toggle: nothing })];
    expect(without.links[0]?.href).toBe('/shelf');
    expect(labels(withIt).length).toBe(labels(without).length + 1);
    expect(without.all('h1')[0]?.words).toBe('Sungai');
  });
});

describe('search in a book', () => {
  const panel = (sizeBytes: number, fetchedBytes: number, query = '') =>
    shown(<SearchPanel book={{ sizeBytes, source: { fetchedBytes } } as never} loan="l1" pages={300} texts={new Map()} query={query} onQuery={nothing} chosen={null} onChoose={nothing} onClose={nothing} />);

  test('says what it would fetch, and asks, before it fetches a large book', async () => {
    const page = await panel(36_600_000, 600_000, 'barito');
    expect(page.words).toContain('36 MB');
    expect(page.all('progress')).toHaveLength(0);
  });

  test('does not ask about what is fetched already, or next to nothing', async () => {
    for (const page of [await panel(36_600_000, 36_500_000, 'barito'), await panel(200_000, 0, 'barito')]) {
      expect(page.words).not.toMatch(/MB|kB/);
      expect(page.all('progress')).toHaveLength(1);
    }
  });

  test('does not begin with a single letter', async () => {
    expect((await panel(200_000, 0, 'b ')).all('progress')).toHaveLength(0);
  });
});

describe('what a reader is told while waiting', () => {
  test('a slow line is only named; one that is away can be tried at once', async () => {
    const [slow, away] = [await shown(<WaitingNotice waiting="slow" onTryNow={nothing} />), await shown(<WaitingNotice waiting={'away' as never} onTryNow={nothing} />)];
    expect(slow.buttons).toEqual([]);
    expect(away.buttons).toEqual(['Coba lagi']);
    for (const page of [slow, away]) expect(page.html).toContain('role="status"');
  });

  test('before the loan ends the minutes are said, never none, and no renewal is offered before the library allowed it', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch');
    for (const [minutes, words] of [[10, '10'], [1, '1'], [0, '1']] as const) {
      const page = await shown(<EndingSoon loanId="l1" minutesLeft={minutes} onDueAt={nothing} />);
      expect(page.words).toContain(words);
      expect(page.buttons).toEqual([]);
    }
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});
