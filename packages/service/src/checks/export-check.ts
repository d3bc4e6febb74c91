import { type Language, quote } from "@evenhand/domain";
import { renderReport } from "@evenhand/notices";
import { certificateAt } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type Download, pageDownload } from "../exports/download.ts";
import type { PageLinks } from "../exports/export-announcement.ts";
import { runOf } from "../jobs/runs.ts";
import { openIdentity } from "../policies/version-or-draft.ts";
import { type RefusedAsk, orRefused, refusedAsk } from "../refused.ts";
import { CHECK } from "./check-job.ts";
import { checkReport } from "./check-report.ts";
import { viewOf } from "./read-checks.ts";

/** What came of one thing to be proved, as a file: whoever has it can ask another solver the same text. */
export async function exportCertificate(
  { store }: Pick<ServiceContext, "store">,
  {
    id,
    number,
  }: { readonly id: string; /** Its place among the proofs of the check, from 1. */ readonly number: number },
): Promise<Download | RefusedAsk> {
  const certificate = await store.read(async (db) => {
    const row = await runOf(db, { id, name: CHECK });
    if ("refusal" in row) return row;
    return (await certificateAt(db, { job: id, position: number })) ?? noCertificate(number);
  });
  if (typeof certificate !== "string") return certificate;
  const name = `certificate-${id}-${number}.json`;
  return {
    fileName: name,
    asciiName: name,
    mediaType: "application/json",
    language: "en",
    bytes: new TextEncoder().encode(`${JSON.stringify(JSON.parse(certificate), null, 2)}\n`),
  };
}

/** A check as a page to print: what it found, with the cases, and what was proved of what. */
export async function exportCheckReport(
  { store, rulebook }: Pick<ServiceContext, "store" | "rulebook">,
  { id, language, links }: { readonly id: string; readonly language: Language; readonly links?: PageLinks },
): Promise<Download | RefusedAsk> {
  const rules = await rulebook();
  const found = await orRefused(() =>
    store.read(async (db) => {
      const row = await runOf(db, { id, name: CHECK });
      if ("refusal" in row) return row;
      const check = await viewOf(db, row);
      const loaded = await openIdentity({ rules, db }, check.policy, check.subject);
      return { check, policy: loaded.version.policy };
    }),
  );
  if ("refusal" in found) return found;
  const html = renderReport({ ...checkReport(found.check, { policy: found.policy, language }), ...links });
  return pageDownload(html, { language, name: { en: `check-${id}`, zh: `检验报告-${id}` } });
}

function noCertificate(number: number): RefusedAsk {
  return refusedAsk({
    code: "not-found",
    at: "",
    message: {
      en: `the check has no certificate ${quote(String(number))}, or has not come to it yet`,
      zh: `该检验没有第${quote(String(number))}份证明书，或尚未进行到该项`,
    },
  });
}
