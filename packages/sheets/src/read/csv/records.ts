import { Parser } from "csv-parse/browser/esm";
import type { CsvEncoding, CsvSeparator } from "../sheet.ts";
import { textChunks } from "./encoding.ts";

/** Longer than any row within the limits is likely to be; an unclosed quotation mark is noticed here, not at the end. */
const LONGEST_RECORD_BYTES = 4 * 1024 * 1024;

export type CsvRecords = { readonly records: readonly (readonly string[])[] };

/** Why a CSV text cannot be read on, by the library's own name for it, and after how many records. */
export type CsvFailure = { readonly failure: "quote" | "not-closed" | "too-long"; readonly after: number };

/**
 * The records of a CSV file, as many at a time as a chunk of its text completes, so that no more of it than that stands
 * in memory twice. A record is one row of the spreadsheet, blank lines too. Nothing follows a failure.
 */
export async function* csvRecords(
  bytes: Uint8Array,
  { encoding, separator }: { readonly encoding: CsvEncoding; readonly separator: CsvSeparator },
): AsyncGenerator<CsvRecords | CsvFailure, void> {
  const parser = new Parser({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD_BYTES,
  });
  let thrown: Error | undefined;
  parser.on("error", (error: Error) => {
    thrown = error;
  });
  let after = 0;
  for (const step of steps(parser, textChunks(bytes, encoding))) {
    await step();
    const records = readAll(parser);
    after += records.length;
    if (records.length > 0) yield { records };
    if (thrown !== undefined) {
      yield { failure: failureOf(thrown), after };
      return;
    }
  }
}

function* steps(parser: Parser, chunks: Iterable<string>): Generator<() => Promise<void>, void> {
  let written = false;
  for (const chunk of chunks) {
    if (chunk === "") continue;
    written = true;
    yield () => new Promise((resolve) => void parser.write(chunk, () => resolve()));
  }
  // The library's own stream fails on the end of a text that never began.
  if (!written) return;
  yield () =>
    new Promise((resolve) => {
      parser.once("finish", resolve);
      parser.once("error", resolve);
      parser.end();
    });
}

function readAll(parser: Parser): readonly (readonly string[])[] {
  const records: (readonly string[])[] = [];
  for (;;) {
    const record = parser.read() as readonly string[] | null;
    if (record === null) return records;
    records.push(record);
  }
}

function failureOf(thrown: Error): CsvFailure["failure"] {
  switch ("code" in thrown ? thrown.code : undefined) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "not-closed";
    case "CSV_MAX_RECORD_SIZE":
      return "too-long";
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "quote";
    default:
      throw thrown;
  }
}
