import type { Language, LocalizedText } from "@evenhand/domain";
import { type Table, writeCsv, writeXlsx } from "@evenhand/sheets";

/** A file that is given out. */
export type Download = {
  /** What it is called in the language of what stands in it. */
  readonly fileName: string;
  /** A name of ASCII letters, for programs that understand no other. */
  readonly asciiName: string;
  readonly mediaType: string;
  readonly language: Language;
  readonly bytes: Uint8Array;
};

export const TABLE_FORMATS = ["csv", "xlsx"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A table as a file. `name` is what it is called, without an ending. */
export async function tableDownload(
  table: Table,
  given: { readonly format: TableFormat; readonly language: Language; readonly name: LocalizedText },
): Promise<Download> {
  const { format, language, name } = given;
  const bytes = format === "csv" ? writeCsv(table, language) : await writeXlsx(table, language);
  return { ...named(name, { language, ending: format }), mediaType: TABLE_TYPES[format], language, bytes };
}

/** A page as a file. */
export function pageDownload(
  html: string,
  { language, name }: { readonly language: Language; readonly name: LocalizedText },
): Download {
  return {
    ...named(name, { language, ending: "html" }),
    mediaType: "text/html; charset=utf-8",
    language,
    bytes: new TextEncoder().encode(html),
  };
}

function named(
  name: LocalizedText,
  { language, ending }: { readonly language: Language; readonly ending: string },
): Pick<Download, "fileName" | "asciiName"> {
  return {
    fileName: `${fitForAName(name[language])}.${ending}`,
    asciiName: `${fitForAName(name.en).replaceAll(/[^\x21-\x7e]/g, "_")}.${ending}`,
  };
}

/** Without what some system has no place for in the name of a file, or would take for something else. */
function fitForAName(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s"*/:<>?\\|%;,']+/gu, "-")
    .replaceAll(/^[.-]+|[.-]+$/g, "")
    .slice(0, 100);
}
