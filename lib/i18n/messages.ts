import idCommon from './id/common.json' with { type: 'json' };
import idCatalogue from './id/catalogue.json' with { type: 'json' };
import idTitle from './id/title.json' with { type: 'json' };
import idShelf from './id/shelf.json' with { type: 'json' };
import idReader from './id/reader.json' with { type: 'json' };
import idAccount from './id/account.json' with { type: 'json' };
import idStaff from './id/staff.json' with { type: 'json' };
import idCollection from './id/collection.json' with { type: 'json' };
import idPolicy from './id/policy.json' with { type: 'json' };
import idRefusals from './id/refusals.json' with { type: 'json' };
import idMessages from './id/messages.json' with { type: 'json' };
import idDemo from './id/demo.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enCatalogue from './en/catalogue.json' with { type: 'json' };
import enTitle from './en/title.json' with { type: 'json' };
import enShelf from './en/shelf.json' with { type: 'json' };
import enReader from './en/reader.json' with { type: 'json' };
import enAccount from './en/account.json' with { type: 'json' };
import enStaff from './en/staff.json' with { type: 'json' };
import enCollection from './en/collection.json' with { type: 'json' };
import enPolicy from './en/policy.json' with { type: 'json' };
import enRefusals from './en/refusals.json' with { type: 'json' };
import enMessages from './en/messages.json' with { type: 'json' };
import enDemo from './en/demo.json' with { type: 'json' };
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
