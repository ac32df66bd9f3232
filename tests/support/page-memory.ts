import type { CDPSession, Page } from 'playwright-core';

export type PageMemory = { readonly heapBytes: number; readonly canvasCount: number; readonly canvasPixels: number; readonly bitmapCount: number };

/** What a page holds after a collection of garbage: its heap, its canvases (those that nobody shows, too) and its bitmaps. */
export async function memoryOf(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const canvases = await living(session, 'HTMLCanvasElement');
    const bitmaps = await living(session, 'ImageBitmap');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { heapBytes: usedSize, canvasCount: canvases.count, canvasPixels: canvases.pixels, bitmapCount: bitmaps.count };
  } finally {
    await session.detach();
  }
}

/** Those with any pixels: a canvas of no size holds nothing. */
async function living(session: CDPSession, kind: string): Promise<{ count: number; pixels: number }> {
  const prototype = await session.send('Runtime.evaluate', { expression: `${kind}.prototype`, objectGroup: 'memory' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.result.objectId ?? '', objectGroup: 'memory' });
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { const drawn = this.filter((one) => one.width * one.height > 0); return { count: drawn.length, pixels: drawn.reduce((sum, one) => sum + one.width * one.height, 0) }; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'memory' });
  return counted.result.value as { count: number; pixels: number };
}
