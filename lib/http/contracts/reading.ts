import { z } from 'zod';
import { contract } from '../contract';
import { contentAnswer, readingAnswer, saveReadingBody } from '../schemas/reading';

const params = z.object({ id: z.uuid() });

export const openContentContract = contract({
  method: 'GET',
  path: '/api/loans/{id}/content',
  summary: 'A signed address of the book, 120 seconds at most and never beyond the loan’s end',
  who: 'member',
  params,
  answers: { 200: contentAnswer },
  refusals: ['not-found', 'loan-ended'],
});

export const seeReadingContract = contract({
  method: 'GET',
  path: '/api/titles/{id}/reading',
  summary: 'Where one’s own devices are in a title, the last save first',
  who: 'member',
  params,
  answers: { 200: readingAnswer },
  refusals: ['not-found'],
});

export const saveReadingContract = contract({
  method: 'PUT',
  path: '/api/titles/{id}/reading',
  summary: 'Keeps the place a device has reached; a later save wins, and the answer says what stands',
  who: 'member',
  params,
  body: saveReadingBody,
  answers: { 200: readingAnswer },
  refusals: ['not-found'],
});
