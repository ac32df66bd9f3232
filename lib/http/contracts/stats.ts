import { contract } from '../contract';
import { rekapQuery, rekapSchema, statsQuery, statsSchema, visitBody } from '../schemas/stats';

export const readStatsCall = contract({
  method: 'GET', path: '/api/admin/stats', summary: 'Visits, borrows, returns by cause, reads, turnaways and loans running, by library day and by title', who: 'librarian',
  query: statsQuery, answers: { 200: statsSchema }, refusals: ['bad-request'],
});

export const readRekapCall = contract({
  method: 'GET', path: '/api/admin/rekap', summary: 'The monthly report: visits, borrowers and books, returns by cause; format=csv gives one of its two tables', who: 'librarian',
  query: rekapQuery, answers: { 200: rekapSchema }, refusals: ['bad-request'],
});

export const recordVisitCall = contract({
  method: 'POST', path: '/api/visits', summary: 'Count this browser as today’s visitor, once a library day; robots are not counted', who: 'anyone', body: visitBody, answers: { 204: null, 202: null },
});
