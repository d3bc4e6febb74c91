import type { Words } from "../dictionary.ts";
import type { RUN as ENGLISH } from "../en/run.ts";

/** Chinese: how far a run is. */
export const RUN: Words<typeof ENGLISH> = {
  run: {
    inLine: "等待开始",
    found: "目前共{{ total }}，尚无一项完成",
    skipped: "未计入{{ count }}件",
    rate: "每秒{{ count }}项",
    left: "约剩{{ time }}",
  },
};
