import { sasirangan, type Figure } from '@/lib/domain/catalogue/sasirangan';

/** The cloth as one-colour lines in the colour of the text around it. Never behind text. */
export function SasiranganBand({ seed, className = '' }: { seed: string; className?: string }) {
  return <SasiranganField seed={seed} height={25} className={className} />;
}

export function SasiranganField({ seed, height, className = '' }: { seed: string; height: number; className?: string }) {
  const { figures } = sasirangan(seed, height);
  const dots = figures.filter((figure) => figure.kind === 'dot');
  return (
    <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="xMidYMid slice" className={className} aria-hidden fill="none" stroke="currentColor" strokeWidth="0.9" strokeLinejoin="round">
      <path d={pathOf(figures, 'line')} />
      <path d={pathOf(figures, 'area')} fill="currentColor" stroke="none" />
      <path d={dots.map(({ x, y, r }) => `M${x} ${y}m-${r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`).join('')} fill="currentColor" stroke="none" />
    </svg>
  );
}

function pathOf(figures: readonly Figure[], kind: 'line' | 'area'): string {
  return figures
    .filter((figure) => figure.kind === kind)
    .map((figure) => (figure.kind === 'dot' ? '' : `M${figure.points.map(([x, y]) => `${x} ${y}`).join('L')}`))
    .join('');
}
