'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { withinPages, type Position } from '@/lib/domain/reading/position';
import { BottomBar, TopBar, type Panel } from './bars';
import { pageOf, type Destination } from './book/links';
import type { OpenBook } from './book/open';
import type { SourceEvents, Waiting } from './book/source';
import { useBook } from './book/use-book';
import { useTidying } from './book/use-tidying';
import { ContentsPanel } from './panels/contents-panel';
import { SearchPanel } from './panels/search-panel';
import { keyTurns } from './keys';
import './reader.css';
import { useDarkPages } from './use-dark-pages';
import { useFullScreen } from './use-full-screen';
import { usePageFacts } from './use-page-facts';
import { defaultZoom, zoomed } from './views/layout';
import type { Sought } from './views/page-sheet';
import { ScrollView } from './views/scroll-view';
import { SingleView } from './views/single-view';
import { useMedia } from './views/use-measure';
import { jumpTo, type Jump } from './views/view-props';
import { WaitingNotice } from './waiting-notice';

export type ReaderProps = Omit<SourceEvents, 'onReplaced' | 'onWaiting'> & {
  readonly loan: { readonly title: string; readonly contentCall: string; readonly backHref: string };
  /** The book's shape, known before a byte of it has arrived. */
  readonly content: { readonly pages: number; readonly pageWidth: number | null; readonly pageHeight: number | null };
  readonly jump: Jump;
  readonly onPosition: (position: Position) => void;
  /** Said under the title, and above the page. */
  readonly note: ReactNode;
  readonly notice: ReactNode;
};

const wide = '(min-width: 768px) and (min-height: 500px)';

/** The open book. Knows pages, nothing of lending: who opened it says where it starts and hears where it is. */
export function Reader({ loan, content, jump: jumpFromOutside, onPosition, onClosed, onNow, note, notice }: ReaderProps) {
  const t = useTranslations('reader');
  const root = useRef<HTMLDivElement>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const book = useBook(loan.contentCall, { onWaiting: setWaiting, onClosed, onNow });
  const open = book.state === 'open' ? book.book : null;
  const [lastPages, setLastPages] = useState(content.pages);
  const pages = open?.document.numPages ?? lastPages;
  if (pages !== lastPages) setLastPages(pages);

  const [position, setPosition] = useState(jumpFromOutside.to);
  const [ownJump, setOwnJump] = useState<Jump>(jumpFromOutside);
  const jump = jumpFromOutside.count > ownJump.count ? jumpFromOutside : ownJump;
  const [jumpSeen, setJumpSeen] = useState(jump.count);
  if (jump.count !== jumpSeen) {
    setJumpSeen(jump.count);
    setPosition(withinPages(jump.to, pages));
  }
  // The file that replaced the one before has fewer pages.
  if (position.page > pages) setPosition(withinPages(position, pages));

  const { settledPages, onNaturalSize, onSettled, naturalSizeOf } = usePageFacts(open, content);
  const [zoom, setZoom] = useState(defaultZoom);
  const [barsAsked, setBarsAsked] = useState(true);
  const [panel, setPanel] = useState<Panel>(null);
  const [query, setQuery] = useState('');
  const [sought, setSought] = useState<Sought | null>(null);
  const texts = useMemo(() => textsOf(open), [open]);
  const [isDark, toggleDark] = useDarkPages();
  const fullScreen = useFullScreen(root);
  const isWide = useMedia(wide);
  const hasBars = barsAsked || panel !== null || (isWide && fullScreen?.isOn !== true);

  const moved = (to: Position) => {
    if (to.page !== position.page && !isWide) setBarsAsked(false);
    setPosition(to);
    onPosition(to);
  };
  const goTo = (to: Position) => {
    const place = withinPages({ ...to, page: Math.max(1, to.page) }, pages);
    setOwnJump(jumpTo(place));
    onPosition(place);
  };
  const follow = (to: Destination) => {
    if ('url' in to) return void window.open(to.url, '_blank', 'noopener,noreferrer');
    if (open === null) return;
    void pageOf(open.document, to.place).then((page) => page !== null && goTo({ page }));
  };
  const choosePanel = (chosen: Panel) => {
    setPanel(chosen);
    if (chosen === null) root.current?.querySelector<HTMLElement>('[data-reader-surface]')?.focus();
  };
  const fromPanel = (go: () => void) => {
    go();
    if (isWide) return;
    choosePanel(null);
    setBarsAsked(false);
  };

  useTidying(open, position.page, settledPages.has(position.page));

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea') !== null;
    if (event.key === 'Tab' && root.current !== null) root.current.dataset['tabbed'] = '';
    if (event.key === 'Tab' && !hasBars) setBarsAsked(true);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') return prevented(event, () => choosePanel('search'));
    if (event.key === 'Escape' && panel !== null) return prevented(event, () => choosePanel(null));
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const go = keyTurns(event, isWide, position.page, pages);
    if (go !== null) return prevented(event, () => goTo({ page: go }));
    if (event.key === '+' || event.key === '=') return prevented(event, () => setZoom(zoomed(zoom, 1.25)));
    if (event.key === '-') return prevented(event, () => setZoom(zoomed(zoom, 1 / 1.25)));
    if (event.key === '0') return prevented(event, () => setZoom(defaultZoom));
  });
  useEffect(() => {
    // On the window: a click beside the page takes the focus away, not the keys.
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    root.current?.querySelector<HTMLElement>('[data-reader-surface]')?.focus({ preventScroll: true });
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const View = isWide ? ScrollView : SingleView;
  return (
    <div className="reader" ref={root} data-dark={isDark} data-bars={hasBars} data-sharp={settledPages.get(position.page) === 'sharp'}>
      <TopBar title={loan.title} backHref={loan.backHref} note={note} panel={panel} onPanel={choosePanel} isDark={isDark} onDark={toggleDark} fullScreen={fullScreen} />
      <main className="reader-middle">
        <View
          book={open}
          pages={pages}
          position={position}
          jump={jump}
          zoom={zoom}
          naturalSizeOf={naturalSizeOf}
          settledPages={settledPages}
          sought={sought}
          onPosition={moved}
          onZoom={setZoom}
          onTap={() => setBarsAsked(!hasBars)}
          onNaturalSize={onNaturalSize}
          onSettled={onSettled}
          onFollow={follow}
        />
        {panel === 'contents' && open !== null && <ContentsPanel document={open.document} onFollow={(to) => fromPanel(() => follow(to))} onClose={() => choosePanel(null)} />}
        {panel === 'search' && open !== null && (
          <SearchPanel
            book={open}
            loan={loan.contentCall}
            pages={pages}
            texts={texts}
            query={query}
            onQuery={setQuery}
            chosen={sought}
            onChoose={(chosen) => fromPanel(() => (setSought(chosen), goTo({ page: chosen.page })))}
            onClose={() => choosePanel(null)}
          />
        )}
        <div className="reader-notices">
          {waiting !== null && <WaitingNotice waiting={waiting} onTryNow={book.tryNow} />}
          {notice}
        </div>
        {book.state === 'failed' && (
          <div className="reader-failed" role="alert">
            <p>{t(book.why)}</p>
            <button type="button" className="reader-action" onClick={book.tryAgain}>{t('tryAgain')}</button>
          </div>
        )}
      </main>
      <BottomBar page={position.page} pages={pages} onPage={(page) => goTo({ page })} zoomPercent={Math.round(zoom.factor * 100)} onZoom={(by) => setZoom(zoomed(zoom, by))} isFitWidth={zoom.fit === 'width' && zoom.factor === 1} onFitWidth={() => setZoom({ fit: 'width', factor: 1 })} />
      <p className="reader-hidden" role="status">{open === null ? t('opening') : t('pageOf', { page: position.page, pages })}</p>
    </div>
  );
}

/** The texts of pages that search has read, as long as the same file is open. */
function textsOf(_book: OpenBook | null): Map<number, string> {
  return new Map();
}

function prevented(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}
