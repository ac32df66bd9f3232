/** The library of the browser tests, which their global setup began. */
export const libraryUrl = process.env['PINJAM_E2E_URL'] ?? '';
export const libraryDatabaseUrl = process.env['PINJAM_E2E_DATABASE_URL'] ?? '';
