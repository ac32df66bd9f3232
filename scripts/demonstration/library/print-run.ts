import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { putObject } from '@/lib/adapters/s3/storage';
import type { Book } from '../book';
import type { Pressed } from './press-child';
import { shelveBook } from './shelves';

const pressFile = fileURLToPath(new URL('./press-child.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Prints books in processes of their own, one a core, the largest first; each is put on its shelf as it comes. */
export async function printBooks(books: readonly Book[], presses = 2): Promise<void> {
  const waiting = [...books].sort((a, b) => effort(b) - effort(a));
  await Promise.all(Array.from({ length: Math.min(presses, waiting.length) }, () => runPress(() => waiting.shift()?.slug ?? null)));
}

/** Feeds one press until nothing waits. */
async function runPress(next: () => string | null): Promise<void> {
  const press = spawn(process.execPath, ['--import', 'tsx', pressFile], { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced', env: { ...process.env, NODE_OPTIONS: '' } });
  const shelving: Promise<void>[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      press.on('error', reject);
      press.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a press of the demonstration ended with ${code ?? 'a signal'}`))));
      const fail = (error: unknown): void => (reject(error), press.kill(), undefined);
      press.on('message', (pressed: Pressed | 'ready') => {
        if (pressed !== 'ready') shelving.push(store(pressed).catch(fail));
        press.send({ slug: next() }, () => undefined);
      });
    });
    await Promise.all(shelving);
  } finally {
    press.kill();
    await Promise.allSettled(shelving);
  }
}

async function store({ slug, pdf, cover, pages, pageWidth, pageHeight }: Pressed): Promise<void> {
  const objectKey = `contents/demonstration/${slug}.pdf`;
  await putObject(objectKey, Buffer.from(pdf), { contentType: 'application/pdf' });
  for (const { width, webp } of cover.pictures) await putObject(`covers/${cover.hash}-${width}.webp`, Buffer.from(webp), { contentType: 'image/webp' });
  await shelveBook({ slug, objectKey, sizeBytes: pdf.length, pages, pageWidth, pageHeight, coverHash: cover.hash });
}

function effort({ kind, pages, pictureChance = 0 }: Book): number {
  return pages * (kind === 'typeset' ? 1 + 12 * pictureChance : 25);
}
