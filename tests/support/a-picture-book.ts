import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';

/** A book with a picture of its own on each page, as heavy to draw as a scanned one. */
export async function aPictureBook(pages: number): Promise<Uint8Array> {
  const book = await PDFDocument.create();
  for (let number = 1; number <= pages; number += 1) {
    const page = book.addPage([400, 600]);
    const picture = await book.embedJpg(await jpegOf(number));
    page.drawImage(picture, { x: 40, y: 60, width: 320, height: 400 });
    page.drawText(`Sungai mengalir pada halaman ${number}`, { x: 40, y: 520, size: 14 });
  }
  return book.save();
}

async function jpegOf(number: number): Promise<Uint8Array> {
  const canvas = createCanvas(800, 1000);
  const drawing = canvas.getContext('2d');
  for (let stripe = 0; stripe < 40; stripe += 1) {
    drawing.fillStyle = `hsl(${(number * 37 + stripe * 9) % 360} 60% 50%)`;
    drawing.fillRect(0, stripe * 25, 800, 25);
  }
  return canvas.encode('jpeg', 60);
}
