import { stringify, type Stringifier } from 'csv-stringify';

export type Cell = string | number | null;

/**
 * Rows as CSV text, a piece at a time. A cell that a spreadsheet would run as a formula (= + - @ tab CR) is made text by an
 * apostrophe; text is quoted, for a lone CR would break the row; the byte order mark tells Excel that it is UTF-8.
 */
export async function* csvOf(head: readonly string[], rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>): AsyncGenerator<string> {
  const writer = stringify({ bom: true, escape_formulas: true, quoted_string: true, record_delimiter: 'windows' });
  writer.setEncoding('utf8');
  const feeding = feed(writer, head, rows);
  // a failure of the rows reaches the reader through the stream; this only keeps it from being reported twice
  feeding.catch(() => undefined);
  for await (const piece of writer) yield String(piece);
  await feeding;
}

async function feed(writer: Stringifier, head: readonly string[], rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>): Promise<void> {
  try {
    writer.write(head);
    for await (const row of rows) {
      const hasRoom = writer.write(row);
      if (writer.destroyed) return;
      if (!hasRoom) await new Promise<void>((resolve) => writer.once('drain', resolve).once('close', resolve));
    }
    writer.end();
  } catch (error) {
    writer.destroy(error as Error);
    throw error;
  }
}
