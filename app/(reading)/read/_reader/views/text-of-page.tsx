import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import type { PdfJs } from '../book/open';
import { markFound } from './mark-found';
import type { Sought } from './page-sheet';

/** The text of a page, invisible above its picture: to select, to copy, to be read aloud, to mark what search found. */
export function TextOfPage({ pdfjs, page, width, sought }: { readonly pdfjs: PdfJs; readonly page: PDFPageProxy; readonly width: number; readonly sought: Sought | null }) {
  const layer = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  const viewport = page.getViewport({ scale: 1 });

  useEffect(() => {
    const container = layer.current;
    if (container === null) return;
    const text = new pdfjs.TextLayer({
      textContentSource: page.streamTextContent({ includeMarkedContent: true, disableNormalization: true }),
      container,
      viewport: page.getViewport({ scale: 1 }),
    });
    text.render().then(
      () => {
        const end = document.createElement('div');
        end.className = 'endOfContent';
        container.append(end);
        setReady(true);
      },
      () => undefined,
    );
    return () => {
      text.cancel();
      container.replaceChildren();
      setReady(false);
    };
  }, [pdfjs, page]);

  useEffect(() => {
    if (!isReady || sought === null || layer.current === null) return;
    return markFound(layer.current, sought.query, sought.page === page.pageNumber ? sought.index : null);
  }, [isReady, sought, page]);

  // While a selection is drawn, the space below the text takes part in it: otherwise it jumps to the page's start.
  const [isSelecting, setSelecting] = useState(false);
  const released = () => setSelecting(false);
  const scale = { '--total-scale-factor': (width / viewport.width) * viewport.userUnit } as CSSProperties;
  return <div className={isSelecting ? 'textLayer selecting' : 'textLayer'} ref={layer} style={scale} onPointerDown={() => setSelecting(true)} onPointerUp={released} onPointerCancel={released} />;
}
