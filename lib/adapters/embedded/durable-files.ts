import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '@20minutes/s3rver';

/**
 * A power cut must not leave half an object or lose one that was acknowledged: write beside, flush, move into place.
 * (The store's own way writes in place and answers before the disk has it.)
 */
export function storeDurably(store: FileStore): void {
  store.putContent = async (path, content) => {
    const unfinished = `${path}.${randomUUID()}.part`;
    try {
      const written = await write(unfinished, Buffer.isBuffer(content) ? Readable.from([content]) : content);
      await rename(unfinished, path);
      await flushed(dirname(path));
      return written;
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  };
}

async function write(path: string, content: Readable): Promise<[number, string]> {
  const md5 = createHash('md5');
  let sizeBytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      md5.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(content, measure, createWriteStream(path, { flush: true, mode: 0o600 }));
  return [sizeBytes, md5.digest('hex')];
}

async function flushed(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
