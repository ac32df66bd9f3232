import { z } from 'zod';
import { contract } from '../contract';
import { maintenanceBody, maintenanceListSchema, maintenanceSchema } from '../schemas/maintenance';

export const listMaintenancesCall = contract({ method: 'GET', path: '/api/admin/maintenance', summary: 'Announced maintenances, the next first', who: 'librarian', answers: { 200: maintenanceListSchema } });

export const announceMaintenanceCall = contract({
  method: 'POST', path: '/api/admin/maintenance', summary: 'Announce a maintenance on every page', who: 'librarian', body: maintenanceBody, answers: { 201: maintenanceSchema }, refusals: ['bad-request'],
});

export const cancelMaintenanceCall = contract({
  method: 'DELETE', path: '/api/admin/maintenance/{id}', summary: 'Take an announcement back', who: 'librarian', params: z.object({ id: z.uuid() }), answers: { 204: null }, refusals: ['not-found'],
});
