import { fold, joined, occurrences } from '@/lib/domain/reading/find';

/** Marks what search found in a text layer, without touching its elements. Returns how to take the marks away. */
export function markFound(layer: HTMLElement, query: string, chosen: number | null): () => void {
  // Browsers without the highlight API still jump to the page.
  if (!('highlights' in CSS)) return () => undefined;
  const runs = runsOf(layer);
  const { text, starts } = joined(runs);
  const ranges = occurrences(text, fold(query).text.trim()).map(({ from, until }) => rangeOf(runs, starts, from, until));
  const marks = ranges.map((range, index) => ({ range, of: markOf(index === chosen ? 'reader-found-here' : 'reader-found') }));
  for (const { range, of } of marks) of.add(range);
  return () => {
    for (const { range, of } of marks) of.delete(range);
  };
}

type Run = { readonly node: Node | null; readonly text: string; readonly endsLine: boolean };

function runsOf(layer: HTMLElement): readonly Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeName === 'BR') runs.push({ node: null, text: '', endsLine: true });
    if (node.nodeType === Node.TEXT_NODE) runs.push({ node, text: node.textContent ?? '', endsLine: false });
  }
  return runs;
}

function rangeOf(runs: readonly Run[], starts: readonly number[], from: number, until: number): Range {
  const range = new Range();
  runs.forEach(({ node, text }, index) => {
    const start = starts[index] ?? 0;
    if (node === null) return;
    if (start <= from && from < start + text.length) range.setStart(node, from - start);
    if (start < until && until <= start + text.length) range.setEnd(node, until - start);
  });
  return range;
}

function markOf(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}
