import pino from 'pino';

/** JSON lines on standard output. No secret and no name goes in: ids, codes, counts, milliseconds. */
export const log = pino({
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: ['password', '*.password', 'token', '*.token', 'secret', '*.secret', 'authorization', 'cookie'], remove: true },
});
