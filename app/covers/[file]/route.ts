import { coverResponse } from '@/lib/http/cover-response';

/** /covers/{hash}-{240|480}.webp: immutable, because the hash of what it shows is its name. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return coverResponse((await params).file);
}
