import type { Words } from "../dictionary.ts";
import type { LIVE as ENGLISH } from "../en/live.ts";

/** Chinese: what a draft shows of itself while it is edited. */
export const LIVE: Words<typeof ENGLISH> = {
  live: {
    tabs: { problems: "问题", reading: "条文" },
    readIn: "条文语言",
    readsIn: { zh: "中", en: "EN", both: "对照" },
    edited: "正在编辑",
    notReadOut: "条文中没有来自此处的语句。",
    readBeforeErrors: "以下为出现错误之前的条文，改正错误后即会更新。",
    readAfterMending: "改正错误之后，即可读出条文。",
  },
};
