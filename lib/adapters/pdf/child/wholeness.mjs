/** As other readers do: the mark may stand anywhere in the first kilobyte. */
export async function isPdf(source, sizeBytes) {
  return (await text(source, 0, Math.min(1024, sizeBytes))).includes('%PDF-');
}

/**
 * pdf.js opens a file cut off in the middle by what it finds of it, and a member would meet empty pages. A whole file
 * has its end, and a linearised one is at least as long as it says at its beginning.
 */
export async function isWhole(source, sizeBytes) {
  const tail = await text(source, Math.max(0, sizeBytes - 16 * 1024), sizeBytes);
  if (!tail.includes('%%EOF') && !tail.includes('startxref')) return false;
  const head = await text(source, 0, Math.min(1024, sizeBytes));
  const declared = /\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(head);
  return declared === null || sizeBytes >= Number(declared[1]);
}

async function text(source, begin, end) {
  return Buffer.from(await source.read(begin, end)).toString('latin1');
}
