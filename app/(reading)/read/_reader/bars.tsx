import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon, IconButton } from './icons';
import { PageNumber, PageSlider } from './page-chooser';

export type Panel = 'contents' | 'search' | null;

type TopBarProps = {
  readonly title: string;
  readonly backHref: string;
  readonly note: ReactNode;
  readonly panel: Panel;
  readonly onPanel: (panel: Panel) => void;
  readonly isDark: boolean;
  readonly onDark: () => void;
  readonly fullScreen: { readonly isOn: boolean; readonly toggle: () => void } | null;
};

export function TopBar({ title, backHref, note, panel, onPanel, isDark, onDark, fullScreen }: TopBarProps) {
  const t = useTranslations('reader');
  const toggle = (which: Panel) => () => onPanel(panel === which ? null : which);
  return (
    <header className="reader-bar reader-bar-top">
      <Link className="reader-button" href={backHref} prefetch={false} aria-label={t('back')} title={t('back')}>
        <Icon name="back" />
      </Link>
      <div className="reader-heading">
        <h1>{title}</h1>
        {note}
      </div>
      <IconButton icon="contents" label={t('contents')} onPress={toggle('contents')} isOn={panel === 'contents'} />
      <IconButton icon="search" label={t('search')} onPress={toggle('search')} isOn={panel === 'search'} />
      <IconButton icon={isDark ? 'light' : 'dark'} label={isDark ? t('lightPages') : t('darkPages')} onPress={onDark} />
      {fullScreen !== null && <IconButton icon={fullScreen.isOn ? 'shrink' : 'grow'} label={fullScreen.isOn ? t('leaveFullScreen') : t('fullScreen')} onPress={fullScreen.toggle} />}
    </header>
  );
}

type BottomBarProps = {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly zoomPercent: number;
  readonly onZoom: (by: number) => void;
  readonly isFitWidth: boolean;
  readonly onFitWidth: () => void;
};

export function BottomBar({ page, pages, onPage, zoomPercent, onZoom, isFitWidth, onFitWidth }: BottomBarProps) {
  const t = useTranslations('reader');
  return (
    <footer className="reader-bar reader-bar-bottom">
      <PageSlider page={page} pages={pages} onPage={onPage} />
      <div className="reader-controls">
        <IconButton icon="back" label={t('previousPage')} onPress={() => onPage(page - 1)} isOff={page <= 1} />
        <PageNumber key={page} page={page} pages={pages} onPage={onPage} />
        <IconButton icon="next" label={t('nextPage')} onPress={() => onPage(page + 1)} isOff={page >= pages} />
        <span className="reader-gap" />
        <IconButton icon="minus" label={t('zoomOut')} onPress={() => onZoom(1 / 1.25)} />
        <output className="reader-zoom" aria-label={t('zoom')}>
          {zoomPercent} %
        </output>
        <IconButton icon="plus" label={t('zoomIn')} onPress={() => onZoom(1.25)} />
        <IconButton icon="width" label={t('fitWidth')} onPress={onFitWidth} isOn={isFitWidth} />
      </div>
    </footer>
  );
}
