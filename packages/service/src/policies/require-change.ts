import { type Db, versionRow } from "@evenhand/store";
import { AskRefused } from "../refused.ts";
import type { DraftAtHand } from "./draft-at-hand.ts";
import { approvedHash, documentOf } from "./policy-document.ts";

/**
 * Refuses a draft that would make the next version say what the newest one says. One that restores an older version
 * changes something, and one that restores a withdrawn version does as well.
 *
 * @throws AskRefused as `nothing-changed`
 */
export async function requireChange(db: Db, { row, contentHash }: DraftAtHand): Promise<void> {
  const newest = await versionRow(db, { policyId: row.policy_id });
  if (!newest || approvedHash(documentOf(newest.document)) !== contentHash) return;
  throw new AskRefused({
    code: "nothing-changed",
    at: "",
    message: {
      en: `the draft says exactly what version ${newest.version} of \`${row.policy_id}\` says`,
      zh: `草案内容与\`${row.policy_id}\`第${newest.version}版完全相同`,
    },
    help: {
      en: "change something first; the number and the day of effect do not count",
      zh: "请先作修改；版本号和施行日不计入",
    },
  });
}
