import { pointer } from "@evenhand/domain";
import {
  booleanField,
  choiceField,
  type Fields,
  listField,
  openFields,
  rateField,
  textField,
  textsField,
  wholeField,
} from "../input/read-fields.ts";
import { MOST_VERSION, type VersionOrDraftAsked, readVersionOrDraft } from "../policies/version-or-draft.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { ProbesPayload, ProofPayload } from "./check-job.ts";

/** A thing to be proved, as it is asked for: an earlier version by its number. */
export type ProofAsked =
  | Exclude<ProofPayload, { readonly kind: "no-more-than" }>
  | { readonly kind: "no-more-than"; readonly version: number };

/** What somebody asks to have checked. */
export type CheckSent = {
  readonly policy: string;
  readonly subject: VersionOrDraftAsked;
  readonly probes: ProbesPayload | null;
  readonly proofs: readonly ProofAsked[];
  readonly seconds: number;
};

const MOST_PROOFS = 8;
const MOST_PROTECTED = 20;
const USUAL_SECONDS = 30;
const MOST_SECONDS = 450;
/** Of a proof: one after the other. */
const MOST_QUESTIONS = 4;
/** So long at most a check holds its worker with questions to the solver, in seconds. */
const MOST_IN_ALL = 30 * 60;

/** Reads the body of an ask, and says everything that is wrong with its form. Nothing named: probes, and no proofs. */
export function readCheckAsk(body: unknown): CheckSent | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, {
    required: ["policy", "subject"],
    optional: ["probes", "proofs", "seconds"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const policy = textField(fields, "policy", 64);
  const subject = readVersionOrDraft(fields.values["subject"], { field: "subject", problems });
  const probes = readProbes(fields);
  const proofs = listField(fields, "proofs", {
    most: MOST_PROOFS,
    read: (value, at) => readProof(value, at, problems),
  });
  const seconds = wholeField(fields, "seconds", { least: 1, most: MOST_SECONDS });
  if (problems.length > 0 || policy === undefined || !subject) return refusedAsk(...problems);
  const asked = { policy, subject, probes, proofs: proofs ?? [], seconds: seconds ?? USUAL_SECONDS };
  if (!probes && asked.proofs.length === 0) return refusedAsk(NOTHING_ASKED);
  const inAll = asked.proofs.length * MOST_QUESTIONS * asked.seconds;
  return inAll > MOST_IN_ALL ? refusedAsk(tooLong(asked)) : asked;
}

function readProbes({ values, problems }: Fields): ProbesPayload | null {
  const value = values["probes"];
  if (value === null || (value === undefined && values["proofs"] !== undefined)) return null;
  const at = ["probes"];
  const fields = openFields(value ?? {}, { optional: ["alsoProtected", "boundRate"], at, problems });
  if (!fields) return null;
  const boundRate = rateField(fields, "boundRate");
  return {
    alsoProtected: textsField(fields, "alsoProtected", MOST_PROTECTED) ?? [],
    ...(boundRate === undefined ? {} : { boundRate }),
  };
}

const KINDS = ["cap", "unique", "no-more-than"] as const;

const FIELDS_OF: Readonly<Record<(typeof KINDS)[number], Partial<Parameters<typeof openFields>[1]>>> = {
  cap: { optional: ["boundRate", "ofOneCase"] },
  unique: {},
  "no-more-than": { required: ["kind", "version"] },
};

function readProof(
  value: unknown,
  at: readonly (string | number)[],
  problems: SentProblem[],
): ProofAsked | undefined {
  const isObject = typeof value === "object" && value !== null && "kind" in value;
  const kind = isObject
    ? choiceField({ values: { kind: value.kind }, at, problems }, "kind", KINDS)
    : undefined;
  if (isObject && kind === undefined) return undefined;
  const fields = openFields(value, {
    required: ["kind"],
    ...(kind === undefined ? {} : FIELDS_OF[kind]),
    at,
    problems,
  });
  if (!fields) return undefined;
  switch (kind) {
    case "cap": {
      const boundRate = rateField(fields, "boundRate");
      const ofOneCase = booleanField(fields, "ofOneCase") ?? false;
      return { kind, ...(boundRate === undefined ? {} : { boundRate }), ofOneCase };
    }
    case "unique":
      return { kind };
    case "no-more-than": {
      const version = wholeField(fields, "version", { least: 1, most: MOST_VERSION });
      return version === undefined ? undefined : { kind, version };
    }
    case undefined:
      return undefined;
  }
}

function tooLong({ proofs, seconds }: CheckSent): SentProblem {
  const most = Math.floor(MOST_IN_ALL / MOST_QUESTIONS / proofs.length);
  return {
    code: "out-of-range",
    at: pointer("seconds"),
    message: {
      en: `${proofs.length} proofs of four questions each, at ${seconds} seconds a question, may take longer than half an hour`,
      zh: `共${proofs.length}项待证命题，每项至多求解四次，每次${seconds}秒，合计可能超过半小时`,
    },
    help: {
      en: `give each question at most ${most} seconds, or ask for fewer proofs at once`,
      zh: `每次求解时限请不超过${most}秒，或减少一次待证的命题`,
    },
  };
}

const NOTHING_ASKED: SentProblem = {
  code: "wrong-shape",
  at: pointer("proofs"),
  message: {
    en: "nothing is asked for: neither `probes` nor a proof",
    zh: "未请求任何检验：既无`probes`，也无待证命题",
  },
  help: {
    en: "leave both out to have the policy probed, or name something to be proved",
    zh: "两者均省略即排查不应出现的情形；或在`proofs`中写明待证命题",
  },
};
