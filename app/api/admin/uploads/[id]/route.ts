import { cancelUploadCall, readUploadCall } from '@/lib/http/contracts/uploads';
import { answer, answerTo, route } from '@/lib/http/route';
import { uploadView } from '@/lib/http/views/uploads';
import { cancelUpload } from '@/lib/operations/catalogue/cancel-upload';
import { readUpload } from '@/lib/operations/catalogue/read-upload';

export const GET = route(readUploadCall, async ({ params }) => answerTo(await readUpload(params.id), (upload) => answer(200, uploadView(upload))));

export const DELETE = route(cancelUploadCall, async ({ params }) => answerTo(await cancelUpload(params.id), () => answer(204, null)));
