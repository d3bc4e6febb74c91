import type { LocalizedText } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { Asked } from "./posed.ts";

/** What sentences call what is asked about: a published version by its number, a draft, which has none yet, the draft. */
export function called({ version: { policy } }: LoadedVersion, { isDraft = false }: Asked): LocalizedText {
  return isDraft
    ? { en: "the draft", zh: "草案" }
    : { en: `version ${policy.version}`, zh: `第${policy.version}版` };
}
