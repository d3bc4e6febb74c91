import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import type { Deadline } from "./deadlines.ts";

/** How long a deadline is, in words: “3 working days”, “1 calendar day, at 09:00”. */
export function useDeadlineText(session: () => DraftSession): (deadline: Deadline) => string {
  const { t } = useWords();
  const words = useDocumentWords(session);
  return ({ length, unit, timeOfDay }) => {
    if (length === undefined || unit === undefined) return t("parts.deadlines.unknown");
    const text =
      length === 0 && unit === "calendar-days" ? t("parts.deadlines.sameDay") : words.figure(length, unit);
    return timeOfDay === "" ? text : t("parts.deadlines.withTime", { text, time: timeOfDay });
  };
}
