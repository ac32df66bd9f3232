import { unknownCall } from '@/lib/http/unknown-call';

// Programs that mistype an address get problem+json like any other refusal, not a page.
export { unknownCall as DELETE, unknownCall as GET, unknownCall as PATCH, unknownCall as POST, unknownCall as PUT };
