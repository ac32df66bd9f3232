import type { Book } from '../book';
import { type Brush, jpegOf, layGrain, sheet } from '../picture/canvas';
import { type Seed, seedOf } from '../seed';
import { subjectNamed } from '../text/subjects';
import { writer } from '../text/compose';
import { Ink } from './ink';
import type { Interior } from './interior';
import { breakLines } from './paragraph';

/** Pages as a scanner brings them: yellowed, a little askew, with no text behind the picture. */
export function scannedPages(book: Book, look: Interior): Ink[] {
  const seed = seedOf(`${book.slug}/scan`);
  const write = writer(subjectNamed(book.subject), seed.branch('text'), {});
  const face = look.fonts.italic.face;
  const [width, height, size] = [look.width * 1.7, look.height * 1.7, 21.25];
  return Array.from({ length: book.pages - 1 }, (_, index) => {
    const { canvas, brush } = sheet(width, height);
    paper(brush, width, height, seed);
    brush.translate(width / 2, height / 2);
    brush.rotate(seed.between(-0.014, 0.014));
    brush.translate(-width / 2, -height / 2);
    brush.fillStyle = 'rgba(52,38,30,0.88)';
    brush.font = `${size}px "Lora italic"`;
    let y = height * 0.13;
    if (index % 3 === 0) {
      brush.fillText(`Muara Tapus, ${seed.whole(2, 28)} ${seed.pick(['Januari', 'Maret', 'Juni', 'September', 'November'])} 1931`, width * 0.44, y);
      y += size * 2.6;
    }
    const paragraphs = [...write.opening(), ...write.portion()].flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    for (const text of paragraphs) {
      for (const line of breakLines(text, { face, size, width: width * 0.74, firstIndent: size * 2, justified: false, hyphenated: true })) {
        if (y > height * 0.88) break;
        brush.fillText(line.text, width * 0.13 + line.indent, y + seed.between(-0.8, 0.8));
        y += size * 1.55;
      }
    }
    brush.textAlign = 'center';
    brush.fillText(String(index + 1), width / 2, height * 0.94);
    const ink = new Ink(look.width, look.height);
    ink.picture(jpegOf(canvas, 76), 0, 0, look.width, look.height);
    return ink;
  });
}

function paper(brush: Brush, width: number, height: number, seed: Seed): void {
  brush.fillStyle = '#e9dcbd';
  brush.fillRect(0, 0, width, height);
  for (let stain = 0; stain < 7; stain += 1) {
    const [x, y, radius] = [seed.between(0, width), seed.between(0, height), seed.between(60, 320)];
    const spot = brush.createRadialGradient(x, y, radius * 0.2, x, y, radius);
    spot.addColorStop(0, `rgba(150,110,60,${seed.between(0.03, 0.13)})`);
    spot.addColorStop(1, 'rgba(150,110,60,0)');
    brush.fillStyle = spot;
    brush.fillRect(0, 0, width, height);
  }
  const edge = brush.createLinearGradient(0, 0, width * 0.09, 0);
  edge.addColorStop(0, 'rgba(60,45,25,0.45)');
  edge.addColorStop(1, 'rgba(60,45,25,0)');
  brush.fillStyle = edge;
  brush.fillRect(0, 0, width * 0.09, height);
  layGrain(brush, width, height, 0.22, seed);
}
