import idCommon from './id/common.json';
import idCatalogue from './id/catalogue.json';
import idTitle from './id/title.json';
import idShelf from './id/shelf.json';
import idReader from './id/reader.json';
import idAccount from './id/account.json';
import idStaff from './id/staff.json';
import idCollection from './id/collection.json';
import idPolicy from './id/policy.json';
import idRefusals from './id/refusals.json';
import idMessages from './id/messages.json';
import idDemo from './id/demo.json';
import enCommon from './en/common.json';
import enCatalogue from './en/catalogue.json';
import enTitle from './en/title.json';
import enShelf from './en/shelf.json';
import enReader from './en/reader.json';
import enAccount from './en/account.json';
import enStaff from './en/staff.json';
import enCollection from './en/collection.json';
import enPolicy from './en/policy.json';
import enRefusals from './en/refusals.json';
import enMessages from './en/messages.json';
import enDemo from './en/demo.json';
import type { Locale } from './locale';

/** All words, one file an area. Indonesian is the source: English must have the same keys (a test holds them together). */
export const messages = {
  id: {
    common: idCommon,
    catalogue: idCatalogue,
    title: idTitle,
    shelf: idShelf,
    reader: idReader,
    account: idAccount,
    staff: idStaff,
    collection: idCollection,
    policy: idPolicy,
    refusals: idRefusals,
    messages: idMessages,
    demo: idDemo,
  },
  en: {
    common: enCommon,
    catalogue: enCatalogue,
    title: enTitle,
    shelf: enShelf,
    reader: enReader,
    account: enAccount,
    staff: enStaff,
    collection: enCollection,
    policy: enPolicy,
    refusals: enRefusals,
    messages: enMessages,
    demo: enDemo,
  },
} satisfies Record<Locale, object>;

export type Messages = (typeof messages)['id'];
