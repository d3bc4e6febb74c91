import { wordLabel } from "@evenhand/domain";
import { type Run, type Steps, askStage, giveWay } from "../run.ts";
import { takeNotice } from "./notices.ts";

/** Who may approve. The first rule by priority stands; without one nobody in particular has to. */
export function* authority(run: Run): Steps<void> {
  for (const fired of yield* askStage(run, "authority")) {
    const { event } = fired.rule.rule;
    if (event.type !== "authority") takeNotice(run, fired);
    else if (run.level === undefined) run.level = event.params.level;
    else {
      const stands = wordLabel(run.level, run.loaded.version.policy.words);
      giveWay(fired, { en: `the level is already set: ${stands.en}`, zh: `审批层级已确定：${stands.zh}` });
    }
  }
}
