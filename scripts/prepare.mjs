// Runs after npm ci: generates the Prisma client and copies what pdf.js fetches at run time to our own origin.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// The CLI would otherwise download an engine that generating does not need (docs of the trap: shared/stack.md section 3).
execFileSync(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
});

mkdirSync(join(root, 'public/pdfjs'), { recursive: true });
for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
  cpSync(join(root, 'node_modules/pdfjs-dist', folder), join(root, 'public/pdfjs', folder), { recursive: true });
}
