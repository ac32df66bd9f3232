declare module '@20minutes/s3rver' {
  import type { RequestListener } from 'node:http';
  import type { Readable } from 'node:stream';

  export type FileStore = {
    putContent(path: string, content: Buffer | Readable): Promise<[size: number, md5: string]>;
    getResourcePath(bucket: string, key: string | undefined, resource: string): string;
  };

  export default class S3rver {
    constructor(options: { directory: string; silent: boolean; resetOnClose: boolean; vhostBuckets: boolean; configureBuckets: { name: string; configs: string[] }[] });
    store: FileStore;
    configureBuckets(): Promise<unknown>;
    callback(): RequestListener;
  }
}

declare module '@20minutes/s3rver/lib/models/account.js' {
  const account: { registry: Map<string, unknown> };
  export default account;
}
