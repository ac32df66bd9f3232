import { beginUploadCall } from '@/lib/http/contracts/uploads';
import { answer, answerTo, route } from '@/lib/http/route';
import { begunUploadView } from '@/lib/http/views/uploads';
import { beginUpload } from '@/lib/operations/catalogue/begin-upload';

export const POST = route(beginUploadCall, async ({ body, caller }) => answerTo(await beginUpload(body, caller.memberId), (begun) => answer(201, begunUploadView(begun))));
