import pino from 'pino';

/** JSON lines on standard output. No secret and no name goes in: ids, codes, counts, milliseconds. */
export const log = pino({
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  // PostgreSQL's details quote the row: "Key (email)=(…) already exists".
  redact: { paths: ['err.detail', 'err.where', 'err.parameters', 'err.cause.detail', 'password', '*.password', 'token', '*.token', 'secret', '*.secret', 'authorization', 'cookie'], remove: true },
});
