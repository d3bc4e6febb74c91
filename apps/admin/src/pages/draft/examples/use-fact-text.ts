import type { Case, Scope } from "@evenhand/domain";
import { formatDay, formatMoment, formatMoney } from "../../../format/format.ts";
import { type Json, textAt } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import { factType } from "../../../document/document-names.ts";
import type { DraftSession } from "../draft-session.ts";
import { useDocumentWords } from "../use-document-words.ts";
import { listedValues } from "./fact-values.ts";

/** How facts of cases are put into words. */
export function useFactText(session: () => Pick<DraftSession, "document">) {
  const { t, language } = useWords();
  const words = useDocumentWords(session);
  const value = (scope: Scope, name: string, stated: Json): string => {
    const type = factType(session().document(), name);
    if (typeof stated === "boolean") return t(stated ? "examples.editor.yes" : "examples.editor.no");
    if (typeof stated === "number")
      return type === "money"
        ? formatMoney(stated, words.currency(), language())
        : words.figure(stated, type === "rate" ? "rate" : "count");
    if (typeof stated === "string") {
      if (type === "date") return formatDay(stated, language());
      if (type === "instant") return formatMoment(stated, language());
      const label = listedValues(session().document(), { scope, name })[stated];
      return textAt(label ?? null, `/${language()}`) || stated;
    }
    return Array.isArray(stated) ? stated.map((one: Json) => value(scope, name, one)).join(", ") : "–";
  };
  const list = (scope: Scope, facts: Case["facts"]): readonly string[] =>
    Object.entries(facts).flatMap(([name, stated]) =>
      // What somebody wrote is left out of a masked case.
      stated === null || stated === "…"
        ? []
        : [t("examples.cases.stated", { fact: words.fact(name), value: value(scope, name, stated) })],
    );
  return {
    /** One value of a fact; “–” where nobody stated it. */
    value,
    /** A whole case in one line. */
    ofCase: (one: Case): string =>
      [
        list("case", one.facts).join(" · "),
        ...one.parties.map(({ id, facts }) =>
          t("examples.cases.party", { party: id, facts: list("party", facts).join(" · ") }),
        ),
      ].join(t("examples.cases.between")),
  };
}
