const paths = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  contents: 'M4 6h.01M8 6h12M4 12h.01M8 12h12M4 18h.01M8 18h12',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM20 20l-4-4',
  dark: 'M20 14.5A8 8 0 019.5 4 8 8 0 1020 14.5z',
  light: 'M12 16a4 4 0 100-8 4 4 0 000 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4',
  grow: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
  shrink: 'M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  width: 'M3 5v14M21 5v14M7 12h10M10 9l-3 3 3 3M14 9l3 3-3 3',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** A button that is only a sign; its words are its label. */
export function IconButton({ icon, label, onPress, isOn, isOff }: { readonly icon: IconName; readonly label: string; readonly onPress: () => void; readonly isOn?: boolean; readonly isOff?: boolean }) {
  return (
    <button type="button" className="reader-button" onClick={onPress} aria-label={label} title={label} aria-pressed={isOn} disabled={isOff}>
      <Icon name={icon} />
    </button>
  );
}
