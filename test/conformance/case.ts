import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LocalizedText } from "@evenhand/domain";

/** One case as it stands in a file; the README of this folder defines every field. */
export type ConformanceCase = {
  readonly id: string;
  readonly title: string;
  /** The letter of the worked example that the case shows. */
  readonly example?: string;
  readonly note?: string;
  /** RFC 3339. */
  readonly evaluatedAt: string;
  /** Read by the engine like any other request, so that a bad one can be a case. */
  readonly request: unknown;
  readonly version?: number;
} & (
  | { readonly expect: Readonly<Record<string, unknown>>; readonly fired: readonly string[] }
  | { readonly refusal: readonly ExpectedProblem[] }
);

export type ExpectedProblem = { readonly code: string; readonly at: string };

export type CaseFile = {
  /** The path within this folder, for messages. */
  readonly path: string;
  readonly policy: string;
  readonly title: LocalizedText;
  readonly source: string;
  readonly cases: readonly ConformanceCase[];
};

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** Every case file below this folder, by path. Throws on one that is not of the README's form. */
export function readCaseFiles(): readonly CaseFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .toSorted()
    .map((path) => {
      const content: unknown = JSON.parse(readFileSync(FOLDER + path, "utf8"));
      return { path, ...caseFile(content, path) };
    });
}

/** The letters of the worked examples that the README lists for each policy, and its count of all. */
export function listedExamples(): {
  readonly byPolicy: ReadonlyMap<string, readonly string[]>;
  readonly all: number;
} {
  const readme = readFileSync(`${FOLDER}README.md`, "utf8");
  const rows = [...readme.matchAll(/^\| ([a-z-]+) \| ([A-Z, ]*) ?\| (\d+) \|$/gm)];
  const byPolicy = new Map<string, readonly string[]>();
  let all = 0;
  for (const [line, policy = "", letters = "", count] of rows) {
    const listed = letters
      .split(",")
      .map((letter) => letter.trim())
      .filter((letter) => letter !== "");
    if (policy === "all") all = Number(count);
    else if (listed.length !== Number(count)) throw new Error(`README.md: ${line} counts wrongly`);
    else byPolicy.set(policy, listed);
  }
  return { byPolicy, all };
}

function caseFile(content: unknown, path: string): Omit<CaseFile, "path"> {
  const file = fields(content, ["policy", "title", "source", "cases"], [], path);
  if (!path.startsWith(`${String(file["policy"])}/`))
    throw new Error(`${path}: stands in the folder of another policy`);
  if (!Array.isArray(file["cases"]) || file["cases"].length === 0) throw new Error(`${path}: holds no cases`);
  for (const [index, one] of file["cases"].entries()) caseFields(one, `${path}, case ${index + 1}`);
  // INVARIANT: the names were checked; what they hold is compared with what the engine gives.
  return file as Omit<CaseFile, "path">;
}

const CASE_FIELDS = ["id", "title", "evaluatedAt", "request"] as const;
const CASE_OPTIONS = ["example", "note", "version", "expect", "fired", "refusal"] as const;

function caseFields(content: unknown, place: string): void {
  const one = fields(content, CASE_FIELDS, CASE_OPTIONS, place);
  if (Number.isNaN(Date.parse(String(one["evaluatedAt"]))))
    throw new Error(`${place}: \`evaluatedAt\` is no moment`);
  const decided = "expect" in one && "fired" in one;
  const partly = "expect" in one || "fired" in one;
  if (decided === "refusal" in one || partly !== decided) {
    throw new Error(`${place}: states either \`expect\` and \`fired\`, or \`refusal\``);
  }
  // A case that expects nothing would pass whatever came out.
  const expected = one["expect"] ?? one["refusal"];
  if (typeof expected !== "object" || expected === null || Object.keys(expected).length === 0) {
    throw new Error(`${place}: expects nothing`);
  }
}

function fields(
  content: unknown,
  required: readonly string[],
  optional: readonly string[],
  place: string,
): Readonly<Record<string, unknown>> {
  if (typeof content !== "object" || content === null) throw new Error(`${place}: is no object`);
  const names = Object.keys(content);
  const missing = required.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !required.includes(name) && !optional.includes(name));
  if (missing.length > 0) throw new Error(`${place}: lacks ${missing.join(", ")}`);
  if (unknown.length > 0) throw new Error(`${place}: has no field called ${unknown.join(", ")}`);
  return content as Readonly<Record<string, unknown>>;
}
