// Runs after npm ci: copies what pdf.js fetches at run time to our own origin.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Earlier releases generated a database client here; nothing imports it any more.
rmSync(join(root, 'lib/adapters/postgres/generated'), { recursive: true, force: true });

mkdirSync(join(root, 'public/pdfjs'), { recursive: true });
for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
  cpSync(join(root, 'node_modules/pdfjs-dist', folder), join(root, 'public/pdfjs', folder), { recursive: true });
}
