import { isHTTPAccessFallbackError } from 'next/dist/client/components/http-access-fallback/http-access-fallback';
import { headers } from 'next/headers';
import { Fragment, type ComponentType, type ReactNode } from 'react';
import { refusalOfError } from '@/lib/http/errors';
import { answerNotFound } from '@/lib/http/page-status';
import { Away } from './away';
import { NothingHere } from './nothing-here';

/**
 * A page (or layout) that shows the "away" page in its place while the database or the storage is away, and the "nothing here"
 * page where it says notFound(), made on the server, so that they are there without JavaScript too: Next.js itself sends an empty
 * document for notFound() and leaves it to the browser (vercel/next.js#62228). Any other error goes on to error.tsx. `Frame` is
 * for a page that has none.
 */
export function orAway<P>(Page: (props: P) => Promise<ReactNode>, Frame: ComponentType<{ children: ReactNode }> = Fragment): (props: P) => Promise<ReactNode> {
  return async function PageOrAway(props: P) {
    try {
      return await Page(props);
    } catch (error) {
      return <Frame>{await insteadOf(error)}</Frame>;
    }
  };
}

async function insteadOf(error: unknown): Promise<ReactNode> {
  if (isHTTPAccessFallbackError(error)) {
    answerNotFound();
    return <NothingHere />;
  }
  if (refusalOfError(error) === null) throw error;
  return <Away retryHref={(await headers()).get('x-pinjam-path') ?? '/'} />;
}
