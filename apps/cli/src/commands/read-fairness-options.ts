import { invalid } from "../builder.ts";

export type ReferenceAsked = { readonly fact: string; readonly value: string };
export type RankAsked = { readonly fact: string; readonly order?: readonly string[] };
export type PartAsked = { readonly part: string; readonly by: string; readonly fact: string };
export type StepAsked = { readonly step: string; readonly fact: string };

/** One more of a list that is given word by word: `site=north`. */
export function readReference(
  text: string,
  before: readonly ReferenceAsked[] = [],
): readonly ReferenceAsked[] {
  const [fact, value] = atEquals(text);
  if (fact && value) return [...before, { fact, value }];
  throw invalid(text, { en: "a fact and a value such as `site=north`", zh: "事实与取值，如`site=north`" });
}

/** `rank`, whose values then rank as they are declared, or `rank=worker,lead`, lowest first. */
export function readRank(text: string): RankAsked {
  const [fact, values] = atEquals(text);
  const order = values?.split(",");
  if (fact && order?.every((value) => value !== "") !== false) return { fact, ...(order ? { order } : {}) };
  throw invalid(text, {
    en: "a fact such as `rank`, nor one with its values, lowest first, such as `rank=worker,lead`",
    zh: "事实（如`rank`），也不是事实及由低到高的取值（如`rank=worker,lead`）",
  });
}

/** One more of `did=owns:responsible`; which parts there are is for the service to say. */
export function readPart(text: string, before: readonly PartAsked[] = []): readonly PartAsked[] {
  const [, part, by, fact] = /^([^=]+)=(owns|names):(.+)$/s.exec(text) ?? [];
  if (part !== undefined && by !== undefined && fact !== undefined) return [...before, { part, by, fact }];
  throw invalid(text, {
    en: "a part and its fact such as `did=owns:responsible` or `instructed=names:instructedBy`",
    zh: "参与方式及其事实，如`did=owns:responsible`或`instructed=names:instructedBy`",
  });
}

/** One more of `hearing=heardOn`. */
export function readStep(text: string, before: readonly StepAsked[] = []): readonly StepAsked[] {
  const [step, fact] = atEquals(text);
  if (step && fact) return [...before, { step, fact }];
  throw invalid(text, {
    en: "a step and a fact such as `hearing=heardOn`",
    zh: "步骤与事实，如`hearing=heardOn`",
  });
}

/** What stands before the first `=` and what after it; nothing after it where there is none. */
function atEquals(text: string): readonly [string, string | undefined] {
  const at = text.indexOf("=");
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
