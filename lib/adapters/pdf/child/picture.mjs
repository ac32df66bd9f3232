/** Draws a page so wide; a page much taller than a book's is drawn narrower, so that the picture stays small. */
export async function drawPage(document, page, width) {
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, (width * 2) / natural.height);
  const viewport = page.getViewport({ scale });
  const surface = document.canvasFactory.create(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  surface.context.fillStyle = '#fff';
  surface.context.fillRect(0, 0, surface.canvas.width, surface.canvas.height);
  await page.render({ canvas: surface.canvas, canvasContext: surface.context, viewport }).promise;
  return surface.canvas;
}

/** The same picture at another width. */
export function scaled(document, canvas, width) {
  const factor = Math.min(1, width / canvas.width);
  const smaller = document.canvasFactory.create(Math.max(1, Math.round(canvas.width * factor)), Math.max(1, Math.round(canvas.height * factor)));
  smaller.context.imageSmoothingQuality = 'high';
  smaller.context.drawImage(canvas, 0, 0, smaller.canvas.width, smaller.canvas.height);
  return smaller.canvas;
}

/** A picture of one single colour shows nothing: no cover is better than a white one. */
export function isBlank(canvas) {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 4; at < data.length; at += 4) {
    if (Math.abs(data[at] - data[0]) + Math.abs(data[at + 1] - data[1]) + Math.abs(data[at + 2] - data[2]) > 12) return false;
  }
  return true;
}

/** How far two pictures of equal size are apart, 0 to 255 a channel; infinitely when their sizes differ. */
export function difference(a, b) {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  const [one, other] = [a, b].map((canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data);
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs(one[at] - other[at]);
  return sum / one.length;
}
