import { useTranslations } from 'next-intl';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { linksOf, type Destination, type PageLink } from '../book/links';

const percent = (fraction: number) => `${fraction * 100}%`;

/** The links of a page, above its text. */
export function PageLinks({ page, onFollow }: { readonly page: PDFPageProxy; readonly onFollow: (to: Destination) => void }) {
  const t = useTranslations('reader');
  const [links, setLinks] = useState<readonly PageLink[]>([]);

  useEffect(() => {
    let gone = false;
    linksOf(page).then(
      (found) => !gone && setLinks(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [page]);

  return links.map(({ key, to, frame }) => {
    const style = { left: percent(frame.left), top: percent(frame.top), width: percent(frame.width), height: percent(frame.height) };
    if ('url' in to) return <a key={key} className="reader-link" style={style} href={to.url} target="_blank" rel="noopener noreferrer nofollow" aria-label={t('linkOut', { url: to.url })} />;
    return <button key={key} type="button" className="reader-link" style={style} onClick={() => onFollow(to)} aria-label={t('linkInside')} />;
  });
}
