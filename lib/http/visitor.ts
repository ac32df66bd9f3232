import { cache } from 'react';
import type { Caller } from '@/lib/domain/members/caller';
import { refusalOfError } from './errors';
import { callerOf } from './session';

/** The caller of a page, read once a request. While the database is away a page still shows its frame, to somebody unknown. */
export const visitor: () => Promise<Caller | null> = cache(async () => {
  try {
    return await callerOf();
  } catch (error) {
    if (refusalOfError(error) === null) throw error;
    return null;
  }
});
