import { z } from 'zod';
import { contract } from '../contract';
import { beginUploadBody, begunUploadSchema, completeUploadBody, inspectionSchema, uploadSchema } from '../schemas/uploads';

const params = z.object({ id: z.uuid() });

export const beginUploadCall = contract({
  method: 'POST', path: '/api/admin/uploads', keyed: 'afterwards', summary: 'Announce a file; its parts go straight to the storage, to addresses that live an hour', who: 'librarian',
  body: beginUploadBody, answers: { 201: begunUploadSchema }, refusals: ['empty', 'too-large'],
});
export const readUploadCall = contract({
  method: 'GET', path: '/api/admin/uploads/{id}', summary: 'Which parts have arrived, and fresh addresses for the rest', who: 'librarian',
  params, answers: { 200: uploadSchema }, refusals: ['not-found'],
});
export const cancelUploadCall = contract({
  method: 'DELETE', path: '/api/admin/uploads/{id}', keyed: 'afterwards', summary: 'Give up an upload and throw away what has arrived', who: 'librarian',
  params, answers: { 204: null }, refusals: ['not-found', 'upload-used'],
});
export const completeUploadCall = contract({
  method: 'POST', path: '/api/admin/uploads/{id}/complete', keyed: 'afterwards', summary: 'Join the parts and inspect the file; a repeated call answers the same', who: 'librarian',
  params, body: completeUploadBody, answers: { 200: inspectionSchema }, refusals: ['not-found', 'upload-incomplete', 'not-a-pdf', 'encrypted', 'damaged', 'empty', 'too-large'],
});
