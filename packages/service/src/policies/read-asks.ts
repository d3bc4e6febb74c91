import { type LocalizedText, isIdentifier, pointer, quote } from "@evenhand/domain";
import { tokensIn } from "@evenhand/evidence";
import {
  booleanField,
  choiceField,
  dayField,
  openFields,
  textField,
  wholeField,
} from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { type DraftDocument, MOST_DOCUMENT_BYTES, bytesOf, documentText } from "./policy-document.ts";

/** Which draft is to be made: of a policy, from its newest version or from one that is named; or of a policy that is new. */
export type NewDraft = { readonly policy: string; readonly from?: number; readonly isNew: boolean };

/** Folders of rules that hold no policy, so that none can be called so. */
const RESERVED: ReadonlySet<string> = new Set(["guards", "calendars"]);

/** Reads the body of `POST /v1/drafts`. */
export function readNewDraft(body: unknown): NewDraft | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["policy"], optional: ["from", "new"], problems });
  if (!fields) return refusedAsk(...problems);
  const policy = textField(fields, "policy", 64);
  const from = wholeField(fields, "from", { least: 1, most: 999_999_999 });
  if (policy !== undefined && (!isIdentifier(policy) || RESERVED.has(policy)))
    problems.push(noPolicyId(policy));
  const isNew = booleanField(fields, "new") ?? false;
  if (problems.length > 0 || policy === undefined) return refusedAsk(...problems);
  return { policy, isNew, ...(from === undefined ? {} : { from }) };
}

function noPolicyId(text: string): SentProblem {
  return {
    code: "wrong-shape",
    at: pointer("policy"),
    message: { en: `${quote(text)} is no id for a policy`, zh: `${quote(text)}不能作为制度编号` },
    help: {
      en: "use lower-case words and digits joined by single hyphens, such as `complaint-fines`",
      zh: "请使用小写单词和数字，以单个连字符相连，如`complaint-fines`",
    },
  };
}

/** How large the body of an edit may be, checked before anything recursive runs over it: the document and what is around it. */
export const EDIT_LIMITS = {
  maxBytes: MOST_DOCUMENT_BYTES + 4 * 1024,
  maxDepth: 33,
  maxNodes: 10_002,
} as const;

/**
 * A whole document in place of the one there was. `label` says what was done, for undoing it; `base` that the document now
 * takes account of a newer version than the one it began as.
 */
export type DraftEdit = {
  readonly label: string;
  readonly document: DraftDocument;
  readonly base?: number;
};

/** Reads the body of `PUT /v1/drafts/{id}`. The document may be as wrong as it likes, so long as it is a JSON object. */
export function readDraftEdit(body: unknown): DraftEdit | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["label", "document"], optional: ["base"], problems });
  if (!fields) return refusedAsk(...problems);
  const label = textField(fields, "label");
  const base = wholeField(fields, "base", { least: 1, most: 999_999_999 });
  const document = fields.values["document"];
  if (document !== undefined) problems.push(...documentProblems(document));
  if (problems.length > 0 || label === undefined) return refusedAsk(...problems);
  return { label, document: document as DraftDocument, ...(base === undefined ? {} : { base }) };
}

function documentProblems(document: unknown): readonly SentProblem[] {
  const at = pointer("document");
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return [{ code: "wrong-shape", at, message: NO_OBJECT }];
  const text = documentText(document as DraftDocument);
  if (bytesOf(text) > MOST_DOCUMENT_BYTES) return [{ code: "too-large", at, message: TOO_LARGE }];
  // What stands for a person in a decision would be opened wherever this text is quoted in one.
  if (tokensIn(text).length > 0) return [{ code: "wrong-shape", at, message: A_TOKEN }];
  return [];
}

const NO_OBJECT: LocalizedText = { en: "the document is not a JSON object", zh: "文档不是JSON对象" };
const A_TOKEN: LocalizedText = {
  en: "the document holds the pseudonym of a person or the commitment to a text",
  zh: "文档中含有人员化名或文字承诺值",
};
const MOST = MOST_DOCUMENT_BYTES.toLocaleString("en");
const TOO_LARGE: LocalizedText = {
  en: `the document is larger than ${MOST} bytes`,
  zh: `文档超过${MOST}字节`,
};

/** What a reviewer says of exactly the content that they saw. */
export type DraftReview = {
  readonly verdict: "approved" | "returned";
  readonly contentHash: string;
  readonly reason?: string;
};

const LONGEST_REASON = 2_000;

/** Reads the body of `POST /v1/drafts/{id}/reviews`. Whoever returns a draft says why. */
export function readDraftReview(body: unknown): DraftReview | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, {
    required: ["verdict", "contentHash"],
    optional: ["reason"],
    problems,
  });
  if (!fields) return refusedAsk(...problems);
  const verdict = choiceField(fields, "verdict", ["approved", "returned"]);
  const contentHash = textField(fields, "contentHash", 64);
  const reason = textField(fields, "reason", LONGEST_REASON);
  if (verdict === "returned" && reason === undefined && problems.length === 0) problems.push(NO_REASON);
  if (problems.length > 0 || verdict === undefined || contentHash === undefined)
    return refusedAsk(...problems);
  return { verdict, contentHash, ...(reason === undefined ? {} : { reason }) };
}

const NO_REASON: SentProblem = {
  code: "missing-field",
  at: pointer("reason"),
  message: { en: "whoever returns a draft gives a `reason`", zh: "退回草案时须填写`reason`说明理由" },
};

/** Reads the body of `POST /v1/policies/{id}/versions/{version}/withdraw`. */
export function readWithdrawal(body: unknown): { readonly reason: string } | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["reason"], problems });
  const reason = fields && textField(fields, "reason", LONGEST_REASON);
  return problems.length > 0 || reason === undefined ? refusedAsk(...problems) : { reason };
}

/** Reads the body of `POST /v1/drafts/{id}/publish`. */
export function readPublication(body: unknown): { readonly effectiveFrom: string } | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["effectiveFrom"], problems });
  const effectiveFrom = fields && dayField(fields, "effectiveFrom");
  return problems.length > 0 || effectiveFrom === undefined ? refusedAsk(...problems) : { effectiveFrom };
}
