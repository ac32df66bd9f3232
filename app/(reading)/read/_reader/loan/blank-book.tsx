import type { ReaderProps } from '../reader';
import '../reader.css';

/** The reader's frame and a blank page of the right size, as the server sends them: nothing moves when the book comes. */
export function BlankBook({ title, content }: { readonly title: string; readonly content: ReaderProps['content'] }) {
  const ratio = (content.pageWidth ?? 595) / (content.pageHeight ?? 842);
  return (
    <div className="reader" data-bars="true" aria-busy="true">
      <header className="reader-bar reader-bar-top">
        <div className="reader-heading">
          <h1>{title}</h1>
        </div>
      </header>
      <main className="reader-middle">
        <div className="reader-blank" style={{ aspectRatio: ratio }} />
      </main>
      <footer className="reader-bar reader-bar-bottom" />
    </div>
  );
}
