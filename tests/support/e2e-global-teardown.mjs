import { rmSync } from 'node:fs';

export default async function tearDown() {
  const library = globalThis.pinjamLibrary;
  if (library === undefined) return;
  await library.stop();
  rmSync(library.dataDir, { recursive: true, force: true });
}
