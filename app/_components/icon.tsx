const shapes = {
  books: <path d="M4 4h4v16H4zM9.5 4h4v16h-4zM15.3 5.1l3.8-1 4 15.4-3.9 1z" transform="translate(-.6)" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.7 11.2L20.5 20.5" />,
  shelf: <path d="M3 20h18M6 20V7h3v13M11 20V4h3v16M16.2 8.3l2.8-.8L21.8 20" />,
  person: <path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5" />,
  staff: <path d="M4 5h16v11H4zM9 20h6M12 16v4M7.5 12.5v-2M12 12.5V8M16.5 12.5V9.7" />,
  clock: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2.2" />,
  queue: <path d="M7 6.5h13M7 12h13M7 17.5h13M3.5 6.5h.01M3.5 12h.01M3.5 17.5h.01" />,
  bookmark: <path d="M6.5 3.5h11v17L12 16.4l-5.5 4.1z" />,
  bookmarkFilled: <path d="M6.5 3.5h11v17L12 16.4l-5.5 4.1z" fill="currentColor" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  warning: <path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1" />,
  info: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5M12 7.8v.1" />,
  bell: <path d="M6 17V10.5a6 6 0 0 1 12 0V17l1.5 1.5h-15zM10 20.5h4" />,
  left: <path d="m14.5 5-7 7 7 7" />,
  right: <path d="m9.5 5 7 7-7 7" />,
  down: <path d="m5 9.5 7 7 7-7" />,
  filter: <path d="M4 6h16M7 12h10M10 18h4" />,
  language: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c2.4 2.4 3.5 5.2 3.5 8.5s-1.1 6.1-3.5 8.5c-2.4-2.4-3.5-5.2-3.5-8.5S9.6 5.9 12 3.5" />,
  upload: <path d="M12 16V4.5M7 9.3 12 4.3l5 5M4.5 15.5v4h15v-4" />,
  download: <path d="M12 4v11.5M7 10.7l5 5 5-5M4.5 17.5v3h15v-3" />,
  pencil: <path d="m5 19 1-4L16.5 4.5l3 3L9 18zM14 7l3 3" />,
  plus: <path d="M12 5v14M5 12h14" />,
  refresh: <path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5M19.5 3.5v4h-4" />,
  more: <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="3" />,
  print: <path d="M7 8.5V4h10v4.5M7 17H4V9h16v8h-3M7 14h10v6.5H7z" />,
  sun: <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2.3M12 19.2v2.3M2.5 12h2.3M19.2 12h2.3M5.3 5.3l1.6 1.6M17.1 17.1l1.6 1.6M18.7 5.3l-1.6 1.6M6.9 17.1l-1.6 1.6" />,
  moon: <path d="M20 14.2A8.2 8.2 0 0 1 9.8 4a8.2 8.2 0 1 0 10.2 10.2Z" />,
  device: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 3.5v17M12 7l4 0M12 10.5h6M12 14h6.2M12 17.5h4" />,
  out: <path d="M10 4H5v16h5M14 8l4 4-4 4M18 12H9" />,
} as const;

export type IconName = keyof typeof shapes;

/** One-colour line icons drawn for this project. Beside words they are decoration; alone they need a label. */
export function Icon({ name, label, className = 'size-6' }: { name: IconName; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      {shapes[name]}
    </svg>
  );
}
