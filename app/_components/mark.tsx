/** The mark: an open book whose right page is a clock's hand. Lend, and the time comes home. */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 48" className={`shrink-0 ${className}`} fill="none" stroke="currentColor" strokeWidth="3" strokeLinejoin="round" strokeLinecap="round" aria-hidden>
      <path d="M24 14.5C20 10.5 13.5 9 5 9.5V37c8.5-.5 15 1 19 5Z" fill="currentColor" />
      <path d="M24 42c4-4 10.5-5.5 19-5V9.5" />
      <path d="M24 42 37.5 8.5" />
      <circle cx="38.2" cy="6.8" r="2.3" fill="currentColor" stroke="none" />
    </svg>
  );
}
