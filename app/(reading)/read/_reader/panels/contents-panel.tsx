import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { destinationOf, type Destination } from '../book/links';
import { PanelFrame } from './panel';

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>> | undefined;

/** The book's own table of contents. */
export function ContentsPanel({ document, onFollow, onClose }: { readonly document: PDFDocumentProxy; readonly onFollow: (to: Destination) => void; readonly onClose: () => void }) {
  const t = useTranslations('reader');
  const [outline, setOutline] = useState<Outline>(undefined);

  useEffect(() => {
    let gone = false;
    const take = (found: Outline) => !gone && setOutline(found ?? []);
    document.getOutline().then(take, () => take([]));
    return () => {
      gone = true;
    };
  }, [document]);

  return (
    <PanelFrame title={t('contents')} onClose={onClose}>
      {outline === undefined && <p className="reader-quiet">{t('loadingContents')}</p>}
      {outline?.length === 0 && <p className="reader-quiet">{t('noContents')}</p>}
      {outline !== undefined && <Chapters chapters={outline ?? []} onFollow={onFollow} />}
    </PanelFrame>
  );
}

function Chapters({ chapters, onFollow }: { readonly chapters: NonNullable<Outline>; readonly onFollow: (to: Destination) => void }) {
  if (chapters.length === 0) return null;
  return (
    <ol className="reader-chapters">
      {chapters.map((chapter, index) => {
        const to = destinationOf(chapter.url, chapter.dest);
        return (
          <li key={index}>
            <button type="button" disabled={to === null} onClick={() => to !== null && onFollow(to)}>
              {chapter.title.trim() || '…'}
            </button>
            <Chapters chapters={chapter.items as NonNullable<Outline>} onFollow={onFollow} />
          </li>
        );
      })}
    </ol>
  );
}
