import { FACT_TYPES } from "@evenhand/domain";
import { useWords } from "../words/words.tsx";
import { tableOutput } from "./table-outputs.ts";

/** Fields of facts that their form calls otherwise than the document does. */
const FACT_FIELDS = [
  "values",
  "open",
  "required",
  "minimum",
  "maximum",
  "whenAbsent",
  "says",
  "mustBeParty",
  "namesKind",
] as const;

/** What the forms call a field or word of the policy format; as it is written where no form shows it. */
export function useFormNames(): (written: string) => string {
  const { t } = useWords();
  return (written) => {
    if (written === "hitPolicy" || written === "partial") return t(`table.${written}`);
    if (written === "first" || written === "unique") return t(`table.hitPolicies.${written}`);
    const field = FACT_FIELDS.find((one) => one === written);
    if (field) return t(`facts.fields.${field}`);
    const type = FACT_TYPES.find((one) => one === written);
    if (type) return t(`vocabulary.types.${type}`);
    const output = tableOutput(written);
    return output ? t(`table.outputs.${output}`) : written;
  };
}
