import { completeUploadCall } from '@/lib/http/contracts/uploads';
import { answer, answerTo, route } from '@/lib/http/route';
import { inspectionView } from '@/lib/http/views/uploads';
import { completeUpload } from '@/lib/operations/catalogue/complete-upload';

export const POST = route(completeUploadCall, async ({ params, body }) => answerTo(await completeUpload(params.id, body.parts), (inspected) => answer(200, inspectionView(inspected))));
