import type { OpenedContent } from '@/lib/operations/reading/open-content';
import type { ContentAnswer } from '../schemas/reading';

export function contentView({ url, expiresAt, contentType, sizeBytes, now }: OpenedContent): ContentAnswer {
  return { url, expiresAt: expiresAt.toISOString(), contentType, sizeBytes, now: now.toISOString() };
}
