import { pointer } from "@evenhand/domain";
import { openFields, textField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** What somebody says of a change: as the first, or in answer to what was said before. */
export type NewComment = { readonly text: string } & (
  | { readonly about: string }
  | { readonly thread: string }
);

const LONGEST = 2_000;
const LONGEST_ABOUT = 300;

/** Reads the body of `POST /v1/drafts/{id}/comments`. */
export function readNewComment(body: unknown): NewComment | RefusedAsk {
  const problems: SentProblem[] = [];
  const fields = openFields(body, { required: ["text"], optional: ["about", "thread"], problems });
  if (!fields) return refusedAsk(...problems);
  const text = textField(fields, "text", LONGEST);
  const about = textField(fields, "about", LONGEST_ABOUT);
  const thread = textField(fields, "thread", LONGEST_ABOUT);
  if (about !== undefined && !/^[a-z-]+\/.+$/.test(about)) problems.push(NO_CHANGE);
  if (problems.length === 0 && (about === undefined) === (thread === undefined)) problems.push(ONE_OF_BOTH);
  if (problems.length > 0 || text === undefined) return refusedAsk(...problems);
  if (about !== undefined) return { text, about };
  return { text, thread: thread ?? "" };
}

const NO_CHANGE: SentProblem = {
  code: "wrong-shape",
  at: pointer("about"),
  message: { en: "this names no change", zh: "此处未指明改动" },
  help: {
    en: "name what the change is of and its id, such as `parameter/bonusCapRate`",
    zh: "请写明改动对象及其标识，如`parameter/bonusCapRate`",
  },
};

const ONE_OF_BOTH: SentProblem = {
  code: "missing-field",
  at: pointer("about"),
  message: {
    en: "a comment is `about` a change, or an answer in a `thread`, and not both",
    zh: "批注须以`about`指明改动，或以`thread`指明所回复的讨论，二者择一",
  },
};
