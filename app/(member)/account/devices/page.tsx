import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { deviceOf } from '@/lib/domain/members/device-name';
import { requireCaller } from '@/lib/http/session';
import { formatInstant } from '@/lib/i18n/format';
import { chooseLocale } from '@/lib/i18n/locale';
import { listDevices, type Device } from '@/lib/operations/members/list-devices';
import { Badge } from '@/app/_components/badge';
import { orAway } from '@/app/_components/or-away';
import { AccountPage } from '../account-page';
import { EndDevice } from './end-device';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.devices'))('title') };
}

export default orAway(DevicesPage);

async function DevicesPage() {
  const caller = await requireCaller('member', '/account/devices');
  const [t, locale, devices] = await Promise.all([getTranslations('account.devices'), getLocale(), listDevices(caller)]);
  const instant = (at: Date) => formatInstant(at, chooseLocale(locale, null));
  const nameOf = ({ userAgent }: Device) => {
    const { browser, system } = deviceOf(userAgent);
    if (browser === null && system === null) return t('unknown');
    return browser === null || system === null ? (browser ?? system ?? '') : t('named', { browser, system });
  };
  return (
    <AccountPage title={t('title')} lead={t('text')}>
      <ul className="divide-y divide-line border-y border-line">
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {nameOf(device)}
                {device.current && <Badge kind="leaf">{t('this')}</Badge>}
              </p>
              <p className="text-sm text-ink-soft">{t('lastUsed', { at: instant(device.lastUsedAt) })}</p>
              <p className="text-sm text-ink-soft">{t('since', { at: instant(device.createdAt) })}</p>
            </div>
            {!device.current && <EndDevice id={device.id} name={nameOf(device)} />}
          </li>
        ))}
      </ul>
    </AccountPage>
  );
}
