import { beginLibrary, untilOpen, type Library } from './the-library';

declare global {
  var pinjamLibrary: Library | undefined;
}

/** One library for all browser tests, started by the real launcher on a folder of its own, demonstration included. */
export async function openLibrary(): Promise<void> {
  // every second: a test that lets a loan end should not wait for the minute
  const library = await untilOpen(await beginLibrary({ RETURN_SCHEDULE: '* * * * * *' }));
  globalThis.pinjamLibrary = library;
  process.env['PINJAM_E2E_URL'] = library.url;
  process.env['PINJAM_E2E_DATABASE_URL'] = library.runtime().databaseUrl;
  process.env['PINJAM_E2E_DATA_DIR'] = library.dataDir;
}
