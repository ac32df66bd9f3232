import { createCanvas } from '@napi-rs/canvas';

/** Canvases for pdf.js: its masks and patterns can ask for any size, so that each has a limit. */
export class CanvasFactory {
  create(width, height) {
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
