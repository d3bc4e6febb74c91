import type { ParameterUnit } from "@evenhand/domain";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import type { Bands, Boundary } from "./bands.ts";

/** Which amounts a band holds, in words: “above 2,000.00, up to 20,000.00”. */
export function useBandText(
  session: () => DraftSession,
): (bands: Bands, index: number, unit: ParameterUnit) => string {
  const { t } = useWords();
  const words = useDocumentWords(session);
  return ({ boundaries }, index, unit) => {
    const start = ({ value, belongsTo }: Boundary): string =>
      t(`parts.authority.from.${belongsTo}`, { amount: words.figure(value, unit) });
    const end = ({ value, belongsTo }: Boundary): string =>
      t(`parts.authority.to.${belongsTo}`, { amount: words.figure(value, unit) });
    const [lower, upper] = [boundaries[index - 1], boundaries[index]];
    if (lower && upper) return t("parts.authority.between", { start: start(lower), end: end(upper) });
    if (upper) return end(upper);
    return lower ? start(lower) : t("parts.authority.any");
  };
}
