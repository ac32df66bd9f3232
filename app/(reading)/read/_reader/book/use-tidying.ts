import { useEffect, useRef } from 'react';
import type { OpenBook } from './open';

const turnsBetween = 24;
const quietMs = 800;

/**
 * What pages leave behind in pdf.js (fonts, decoded objects) is given back now and then, while nothing is being drawn:
 * otherwise a long book takes more memory with every page.
 */
export function useTidying(book: OpenBook | null, page: number, isSharp: boolean): void {
  const turns = useRef(0);
  useEffect(() => {
    turns.current += 1;
  }, [page]);

  useEffect(() => {
    if (book === null || !isSharp || turns.current < turnsBetween) return;
    const timer = setTimeout(() => {
      turns.current = 0;
      // Refused while a page is being drawn: the next quiet moment will do.
      book.document.cleanup().catch(() => (turns.current = turnsBetween));
    }, quietMs);
    return () => clearTimeout(timer);
  }, [book, page, isSharp]);
}
