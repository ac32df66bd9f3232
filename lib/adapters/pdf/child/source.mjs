import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Bytes of a file by ranges, from a signed address or from disk: a 500 MB file is inspected by a few of its bytes. */
export async function sourceOf(address) {
  if (address.startsWith('file:')) return fileSource(fileURLToPath(address));
  return { read: (begin, end) => fetchRange(address, begin, end) };
}

async function fileSource(path) {
  const file = await open(path);
  return {
    async read(begin, end) {
      const bytes = new Uint8Array(end - begin);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, begin);
      return bytes.subarray(0, bytesRead);
    },
  };
}

async function fetchRange(address, begin, end) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(address, { headers: { range: `bytes=${begin}-${end - 1}` } });
      if (answer.status !== 206) throw new SourceAway(`storage answered ${answer.status} to a range`);
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      if (attempt === 3) throw new SourceAway('storage does not answer', { cause: error });
    }
  }
}

/** The file cannot be read just now, which says nothing about the file. */
export class SourceAway extends Error {}
