import { createCanvas } from '@napi-rs/canvas';

const areaAtMost = 64 * 1024 * 1024;

/** Canvases for pdf.js. A hostile file's masks and patterns can ask for any size: the page then stays undrawn. */
export class CanvasFactory {
  create(width, height) {
    if (!(width * height <= areaAtMost)) throw new RangeError('a canvas larger than any page');
    const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
    return { canvas, context: canvas.getContext('2d') };
  }

  reset(surface, width, height) {
    surface.canvas.width = Math.ceil(width);
    surface.canvas.height = Math.ceil(height);
  }

  destroy(surface) {
    surface.canvas.width = 0;
    surface.canvas.height = 0;
    surface.canvas = null;
    surface.context = null;
  }
}
