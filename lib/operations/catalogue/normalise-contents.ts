import { normalisePdf } from '@/lib/adapters/pdf/normalise-pdf';
import { databaseNow } from '@/lib/adapters/postgres/clock';
import { claimContent, keepNormalised, type ContentToNormalise } from '@/lib/adapters/postgres/contents-to-normalise';
import { presignForChild } from '@/lib/adapters/s3/presign';
import { log } from '@/lib/log';

/** Makes uploaded files cheap to open, one after the other; runs after an upload's answer and by the clock, in any number of processes. */
export async function normaliseContents({ atMost = 20 }: { atMost?: number } = {}): Promise<{ normalisedCount: number; keptCount: number }> {
  const counts = { normalisedCount: 0, keptCount: 0 };
  for (let done = 0; done < atMost; done += 1) {
    const content = await claimContent();
    if (content === null) break;
    counts[await normalise(content)] += 1;
  }
  return counts;
}

async function normalise(content: ContentToNormalise): Promise<'normalisedCount' | 'keptCount'> {
  const objectKey = content.objectKey.replace(/\.pdf$/, '.normalised.pdf');
  const validity = { expiresInSeconds: 600, now: await databaseNow() };
  const result = await normalisePdf(await presignForChild(content.objectKey, 'get', validity), content.sizeBytes, await presignForChild(objectKey, 'put', validity));
  log.info({ contentId: content.id, ...result }, 'normalised');
  // The claim runs out by itself, then somebody tries again.
  if (result.kind === 'away') return 'keptCount';
  await keepNormalised(content.id, result.kind === 'normalised' ? { objectKey, sizeBytes: result.sizeBytes } : null);
  return result.kind === 'normalised' ? 'normalisedCount' : 'keptCount';
}
