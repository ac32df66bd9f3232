import { useCallback, useEffect, useRef, useState } from 'react';
import { openBook, type OpenBook } from './open';
import { Source, type SourceEvents } from './source';

export type BookState = { readonly state: 'opening' } | { readonly state: 'open'; readonly book: OpenBook } | { readonly state: 'failed'; readonly why: 'locked' | 'damaged' };

const opening: BookState = { state: 'opening' };

/** The opened book of a content call; it is let go when the reader leaves, and opened anew when its file was replaced. */
export function useBook(contentCall: string, { onWaiting, onClosed, onNow }: Omit<SourceEvents, 'onReplaced'>): BookState & { readonly tryAgain: () => void; readonly tryNow: () => void } {
  const current = useRef<Source | null>(null);
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<{ readonly round: number; readonly book: BookState }>({ round, book: opening });

  useEffect(() => {
    const leave = new AbortController();
    const source = new Source(contentCall, { onWaiting, onClosed, onNow, onReplaced: () => setRound((before) => before + 1) });
    current.current = source;
    openBook(source, leave.signal).then(
      (book) => setKnown({ round, book: { state: 'open', book } }),
      (error: Error) => {
        if (!leave.signal.aborted) setKnown({ round, book: { state: 'failed', why: error.name === 'PasswordException' ? 'locked' : 'damaged' } });
      },
    );
    return () => {
      leave.abort();
      source.close();
    };
  }, [contentCall, onWaiting, onClosed, onNow, round]);

  // what is away is tried again by itself: this only ends the pause before the next try
  const tryNow = useCallback(() => current.current?.tryNow(), []);
  return { ...(known.round === round ? known.book : opening), tryAgain: () => setRound((before) => before + 1), tryNow };
}
