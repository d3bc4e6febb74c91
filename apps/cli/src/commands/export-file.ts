import { setImmediate as nextTurn } from "node:timers/promises";
import type { Language } from "@evenhand/domain";
import {
  type Download,
  type ExportedVersion,
  type PayrollExportAsk,
  type SentProblem,
  type StatementPart,
  type TableFormat,
  exportAnnouncement,
  exportNotice,
  exportPayroll,
  exportStatement,
  exportStatistics,
  exportVersion,
  problemDocument,
} from "@evenhand/service";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { outFile } from "../out-file.ts";
import { readPolicyName } from "../rules.ts";
import { standingAlone } from "../standing-alone.ts";
import { type AtHand, OPERATOR, withStore } from "../store-at-hand.ts";
import type { Surroundings } from "../surroundings.ts";
import { EXPORT_SAYS } from "../text/export-texts.ts";
import { problemText } from "../text/problem-text.ts";

/** What is to be given out; a format that is not named is the usual one. */
export type ExportCommand = { readonly out: string; readonly force?: boolean } & (
  | {
      readonly kind: "payroll";
      readonly month: string;
      readonly format?: TableFormat;
      readonly lines?: NonNullable<PayrollExportAsk["lines"]>;
      readonly currency?: string;
    }
  | {
      readonly kind: "announcement";
      readonly month: string;
      readonly format?: TableFormat | "html";
      readonly currency?: string;
    }
  | {
      readonly kind: "statistics";
      readonly month: string;
      readonly format?: TableFormat;
      readonly currency?: string;
    }
  | {
      readonly kind: "statement";
      readonly person: string;
      readonly format?: TableFormat | "html";
      readonly part?: StatementPart;
    }
  | { readonly kind: "notice"; readonly decision: string; readonly party?: string }
  | { readonly kind: "policy"; readonly policy: string }
);

/**
 * Writes one export into a file, as the service gives it out, names and all. A page is written so that it needs nothing
 * besides: its style and its font stand within it.
 */
export async function exportFile(command: ExportCommand, surroundings: Surroundings): Promise<ExitCode> {
  const { language, err } = surroundings;
  const write = outFile(command.out, { force: command.force === true });
  const found = await withStore(surroundings, (context) => fileOf(context, command, language));
  if ("refusal" in found) {
    err(problemText(problemDocument(found.refusal.problems, { language })));
    return EXIT.invalid;
  }
  const bytes = bytesOf(found);
  write(bytes);
  err(`${EXPORT_SAYS.written[language](command.out, bytes.length)}\n`);
  return EXIT.decided;
}

type Found = Download | ExportedVersion | { readonly refusal: { readonly problems: readonly SentProblem[] } };

function fileOf(context: AtHand, command: ExportCommand, language: Language): Promise<Found> {
  const common = { actor: OPERATOR, language, pause: () => nextTurn() };
  switch (command.kind) {
    case "payroll":
      return exportPayroll(context, { format: "csv", ...command, ...common });
    case "announcement":
      return exportAnnouncement(context, { format: "csv", ...command, ...common });
    case "statistics":
      return exportStatistics(context, { format: "csv", ...command, ...common });
    case "statement":
      return exportStatement(context, { format: "html", ...command, staffId: command.person, ...common });
    case "notice":
      return exportNotice(context, { ...command, id: command.decision, ...common });
    case "policy": {
      const { id, version } = readPolicyName(command.policy);
      return exportVersion(context, { policy: id, ...(version === undefined ? {} : { version }) });
    }
  }
}

function bytesOf(found: Download | ExportedVersion): Uint8Array {
  if ("text" in found) return new TextEncoder().encode(found.text);
  const { bytes, mediaType } = found;
  if (!mediaType.startsWith("text/html")) return bytes;
  return new TextEncoder().encode(standingAlone(new TextDecoder().decode(bytes)));
}
