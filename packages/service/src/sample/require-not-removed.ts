import { type Db, isRemovedSample } from "@evenhand/store";
import { AskRefused } from "../refused.ts";

/**
 * Refuses to go on with a sample policy that was removed, which would bring it back with cases of another day.
 *
 * @throws AskRefused as `wrong-state`
 */
export async function requireNotRemoved(tx: Db, policyId: string): Promise<void> {
  if (!(await isRemovedSample(tx, policyId))) return;
  throw new AskRefused({
    code: "wrong-state",
    at: "",
    message: {
      en: `\`${policyId}\` belongs to a sample company that was removed`,
      zh: `\`${policyId}\`属于已移除的示例公司`,
    },
    help: { en: "load the sample company again", zh: "请重新载入示例公司" },
  });
}
