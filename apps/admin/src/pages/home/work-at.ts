import type { DraftSummary } from "../../api/answers.ts";

/** A place of work: a draft or a review of a policy, a policy, an import. */
export type Work = {
  readonly kind: "draft" | "review" | "policy" | "import";
  readonly href: string;
  readonly policy?: string;
};

/** What stands at an address; undefined where that is nothing to go on with, such as a draft that is closed by now. */
export function workAt(href: string, drafts: readonly DraftSummary[]): Work | undefined {
  const [path = ""] = href.split(/[?#]/);
  const [first, id = "", second, draft = ""] = path.split("/").slice(1).map(decodeURIComponent);
  const open = (one: string): DraftSummary | undefined =>
    drafts.find((each) => each.id === one && each.state !== "withdrawn" && each.state !== "published");
  if (first === "imports") return { kind: "import", href };
  if (first === "reviews") {
    const found = open(id);
    return found && { kind: "review", href, policy: found.policy };
  }
  if (first !== "policies") return undefined;
  if (second !== "draft") return { kind: "policy", href, policy: id };
  return open(draft) && { kind: "draft", href, policy: id };
}
