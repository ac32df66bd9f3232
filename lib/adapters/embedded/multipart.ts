import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/**
 * The two calls of a multipart upload that the file store behind lacks: which parts have arrived, and abort.
 * Answers true when the request was one of them.
 */
export function openParts(directory: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const uploadId = url.searchParams.get('uploadId');
    if (uploadId === null || (request.method !== 'GET' && request.method !== 'DELETE')) return false;
    const [, bucket = '', ...key] = decodeURIComponent(url.pathname).split('/');
    const folder = join(directory, bucket, '._S3rver_uploads', uploadId);
    if (!/^\w+$/.test(uploadId) || !existsSync(folder)) return xml(response, 404, '<Error><Code>NoSuchUpload</Code></Error>');
    if (request.method === 'GET') return xml(response, 200, await list(folder, bucket, key.join('/'), uploadId));
    await rm(folder, { recursive: true, force: true });
    response.writeHead(204).end();
    return true;
  };
}

async function list(folder: string, bucket: string, key: string, uploadId: string): Promise<string> {
  const numbers = (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number).sort((a, b) => a - b);
  const parts = await Promise.all(
    numbers.map(async (number) => {
      const path = join(folder, String(number));
      const md5 = await readFile(`${path}.md5`, 'utf8').catch(() => null);
      // without its checksum a part is still being written
      return md5 === null ? '' : `<Part><PartNumber>${number}</PartNumber><ETag>&quot;${md5}&quot;</ETag><Size>${(await stat(path)).size}</Size></Part>`;
    }),
  );
  return `<ListPartsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Bucket>${bucket}</Bucket><Key>${escaped(key)}</Key><UploadId>${uploadId}</UploadId><IsTruncated>false</IsTruncated>${parts.join('')}</ListPartsResult>`;
}

function xml(response: ServerResponse, status: number, body: string): true {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
  return true;
}

function escaped(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}
