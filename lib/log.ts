import pino from 'pino';

/** JSON lines on standard output. No secret and no name goes in: ids, codes, counts, milliseconds. */
export const log = pino({
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: (error: unknown) => factsOfError(error) },
  redact: { paths: ['password', '*.password', 'token', '*.token', 'secret', '*.secret', 'authorization', 'cookie'], remove: true },
});

const causesAtMost = 4;

/**
 * What helps to find an error, and nothing else: libraries hang the connection, the statement's values and PostgreSQL's
 * "Key (email)=(…) already exists" on the errors that they throw.
 */
function factsOfError(error: unknown, depth = 0): object {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { name, message = '', stack = '', cause, ...rest } = facts(error);
  const codes = Object.fromEntries(codeNames.flatMap((key) => (rest[key] === undefined ? [] : [[key, rest[key]]])));
  return {
    type: name,
    message: withoutValues(message, rest['code']),
    ...codes,
    stack: stack.split('\n').filter((line) => line.startsWith('    at ')).join('\n'),
    ...(cause === undefined || depth >= causesAtMost ? {} : { cause: factsOfError(cause, depth + 1) }),
  };
}

const codeNames = ['code', 'table', 'constraint', 'routine', 'digest', 'status'] as const;

function facts(error: object): { name: string; message?: string; stack?: string; cause?: unknown } & Record<string, unknown> {
  const { name, message, stack, cause } = error as Error;
  return { ...error, name: name === 'Error' ? error.constructor.name : name, message, stack, cause };
}

/** PostgreSQL quotes a value that it cannot read (class 22). */
function withoutValues(message: string, code: unknown): string {
  return typeof code === 'string' && code.startsWith('22') ? message.replace(/"[^"]*"/g, '"…"') : message;
}
