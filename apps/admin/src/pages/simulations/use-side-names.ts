import { shortHash } from "@evenhand/domain";
import type { SimulationSummary } from "../../api/answers.ts";
import { useWords } from "../../words/words.tsx";

/** What the two sides of a simulation are called: “Version 2”, “Draft #a91f03”. */
export function useSideNames(): (
  simulation: Pick<SimulationSummary, "baseline" | "candidate">,
) => Readonly<Record<"baseline" | "candidate", string>> {
  const { t } = useWords();
  return ({ baseline, candidate }) => ({
    baseline: t("policies.versionName", { version: baseline.version }),
    candidate:
      "draft" in candidate
        ? t("simulations.draft", { hash: shortHash(candidate.contentHash) })
        : t("policies.versionName", { version: candidate.version }),
  });
}
