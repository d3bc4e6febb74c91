import { type DecisionRecord, canonicalJson } from "@evenhand/domain";
import type { CaseRow } from "@evenhand/store";
import type { Found } from "./found.ts";
import type { LoggedEvent } from "./read-event.ts";

/** What an event tells of a case: which row it is, and what it must say. */
export type CaseTold = {
  readonly id: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly importId?: string;
};

/** The cases that an event tells of: the one that was decided, one that was kept, or those of a part of an import. */
export function casesToldBy({ action, object, after }: LoggedEvent): readonly CaseTold[] {
  switch (action) {
    case "decision.recorded":
      return decided(after as unknown as DecisionRecord);
    case "case.stored":
      return [
        {
          id: object.id,
          columns: {
            policy_id: after["policy"],
            reference: after["reference"],
            revision: after["revision"],
            content_hash: after["contentHash"],
          },
        },
      ];
    case "cases.imported":
      return imported(after).map(({ id, contentHash }) => ({
        id,
        importId: object.id,
        columns: { policy_id: after["policy"], import_id: object.id, content_hash: contentHash },
      }));
    default:
      return [];
  }
}

function decided({ caseId, policy, case: content }: DecisionRecord): readonly CaseTold[] {
  if (typeof caseId !== "string") return [];
  try {
    return [
      {
        id: caseId,
        columns: {
          policy_id: policy.id,
          reference: content.reference,
          content: canonicalJson(content),
        },
      },
    ];
  } catch {
    // The record is none any more, which is told where it is looked at.
    return [];
  }
}

type Imported = { readonly id: string; readonly contentHash: unknown };

function imported(after: LoggedEvent["after"]): readonly Imported[] {
  const cases: unknown = after["cases"];
  return Array.isArray(cases)
    ? cases.filter((one): one is Imported => typeof (one as Partial<Imported> | null)?.id === "string")
    : [];
}

/** Holds a case against what an event tells of it. */
export function checkCaseTold(found: Found, { id, columns }: CaseTold, row: CaseRow): void {
  const { content, ...others } = columns;
  found.compare({ table: "cases", key: id }, row, others);
  if (content !== undefined && content !== row.content)
    found.compare({ table: "cases", key: id }, { content: "another one" }, { content: "the one decided" });
}
