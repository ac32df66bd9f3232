import { headers } from 'next/headers';
import { Fragment, type ComponentType, type ReactNode } from 'react';
import { refusalOfError } from '@/lib/http/errors';
import { Away } from './away';

/**
 * A page (or layout) that shows the "away" page in its place while the database or the storage is away, made on the server,
 * so that it is there without JavaScript too. Any other error goes on to error.tsx. `Frame` is for a page that has none.
 */
export function orAway<P>(Page: (props: P) => Promise<ReactNode>, Frame: ComponentType<{ children: ReactNode }> = Fragment): (props: P) => Promise<ReactNode> {
  return async function PageOrAway(props: P) {
    try {
      return await Page(props);
    } catch (error) {
      if (refusalOfError(error) === null) throw error;
      return (
        <Frame>
          <Away retryHref={(await headers()).get('x-pinjam-path') ?? '/'} />
        </Frame>
      );
    }
  };
}
