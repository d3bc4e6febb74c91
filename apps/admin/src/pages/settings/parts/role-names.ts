import type { Role } from "@evenhand/domain";
import { formatList } from "../../../format/format.ts";
import { useWords } from "../../../words/words.tsx";

/** Roles as people call them, any one of which will do: “Author, Approver or Auditor”. */
export function useRoleNames(): (roles: readonly Role[]) => string {
  const { t, language } = useWords();
  return (roles) =>
    formatList(
      roles.map((role) => t(`roleNames.${role}`)),
      { language: language(), type: "disjunction" },
    );
}
