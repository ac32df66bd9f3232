import { contract } from '../contract';
import { titleParams } from '../schemas/lending';
import { titleListSchema, titlesQuery, titleSchema } from '../schemas/titles';

export const searchTitlesCall = contract({
  method: 'GET', path: '/api/titles', summary: 'Search and browse the catalogue', who: 'anyone', query: titlesQuery, answers: { 200: titleListSchema }, refusals: ['bad-cursor'],
});
export const readTitleCall = contract({
  method: 'GET', path: '/api/titles/{id}', summary: 'A title, its availability, and what you have of it', who: 'anyone', params: titleParams, answers: { 200: titleSchema }, refusals: ['not-found'],
});
export const saveTitleCall = contract({ method: 'PUT', path: '/api/titles/{id}/saved', summary: 'Keep a title for later', who: 'member', params: titleParams, answers: { 204: null }, refusals: ['not-found'] });
export const unsaveTitleCall = contract({ method: 'DELETE', path: '/api/titles/{id}/saved', summary: 'Take a title off your list', who: 'member', params: titleParams, answers: { 204: null } });
