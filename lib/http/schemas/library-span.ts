import { z } from 'zod';
import { environment } from '@/lib/config/environment';
import { dayPlus, libraryDayOf, startOfLibraryDay } from '@/lib/domain/library-time';
import { instant } from './lending';

const zone = () => environment().TIME_ZONE;
const given = z.union([z.iso.date(), instant]);

/** `from` of a query: a library day begins at its first instant. */
export const fromInstant = given.transform((text) => (isDay(text) ? startOfLibraryDay(text, zone()) : new Date(text)));

/** `to` of a query: a library day counts whole, an instant is where the span ends. */
export const untilInstant = given.transform((text) => (isDay(text) ? startOfLibraryDay(dayPlus(text, 1), zone()) : new Date(text)));

function isDay(text: string): boolean {
  return text.length === 10;
}

/** A library day of a query; an instant stands for the day it falls on. */
export const libraryDay = given.transform((text) => (isDay(text) ? text : libraryDayOf(new Date(text), zone())));
