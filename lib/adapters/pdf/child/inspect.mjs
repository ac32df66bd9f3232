// Runs in a process of its own (see ../run-child.ts): what a stranger's file does to it, the server does not feel.
import { createHash } from 'node:crypto';
import { openBySource } from './document.mjs';
import { guardProcess } from './limits.mjs';
import { drawPage, isBlank, scaled } from './picture.mjs';
import { SourceAway, sourceOf } from './source.mjs';
import { isPdf, isWhole } from './wholeness.mjs';

const coverWidths = [480, 240];

process.once('message', async ({ address, sizeBytes, limits }) => {
  await guardProcess(limits);
  try {
    const source = await sourceOf(address);
    await inspect(source, sizeBytes).catch(async (error) => {
      if (error instanceof SourceAway) throw error;
      leave({ kind: 'refused', code: error?.name === 'PasswordException' ? 'encrypted' : (await isPdf(source, sizeBytes)) ? 'damaged' : 'not-a-pdf' });
    });
  } catch {
    leave({ kind: 'source-away' });
  }
});

async function inspect(source, sizeBytes) {
  const { document, failed } = await openBySource(source, sizeBytes);
  if (document.numPages === 0) return leave({ kind: 'refused', code: 'empty' });
  if (!(await isWhole(source, sizeBytes))) return leave({ kind: 'refused', code: 'damaged' });
  const page = await Promise.race([document.getPage(1), failed]);
  const { width, height } = page.getViewport({ scale: 1 });
  // What is known so far is told before the picture is tried: a page that cannot be drawn costs the cover only.
  process.send({ kind: 'opened', pages: document.numPages, pageWidth: width, pageHeight: height, metadata: await metadataOf(document) });
  process.send({ kind: 'cover', cover: await Promise.race([coverOf(document, page), failed]).catch(() => null) });
  leave({ kind: 'text', openingText: await Promise.race([openingText(document), failed]).catch(() => '') });
}

async function coverOf(document, page) {
  const large = await drawPage(document, page, coverWidths[0]);
  if (isBlank(large)) return null;
  const pictures = {};
  for (const width of coverWidths) pictures[width] = await scaled(document, large, width).encode('webp', 76);
  return { hash: createHash('sha256').update(pictures[coverWidths[0]]).digest('hex').slice(0, 32), pictures };
}

async function metadataOf(document) {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const dublinCore = (name) => metadata?.get(`dc:${name}`) ?? null;
  return {
    title: text(dublinCore('title')) ?? text(info.Title),
    authors: list(dublinCore('creator')) ?? text(info.Author),
    language: text(info.Language),
  };
}

/** The words of the first pages, where a book says its ISBN. */
async function openingText(document) {
  let words = '';
  for (let number = 1; number <= Math.min(6, document.numPages) && words.length < 20_000; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    words += items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join('') + '\n';
  }
  return words.slice(0, 20_000);
}

function text(value) {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 1000) : null;
}

function list(value) {
  if (!Array.isArray(value)) return text(value);
  return value.filter((item) => typeof item === 'string').slice(0, 20).map((item) => item.slice(0, 200)).join(';') || null;
}

function leave(message) {
  process.send(message, () => process.exit(0));
}
