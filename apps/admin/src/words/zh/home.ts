import type { Words } from "../dictionary.ts";
import type { HOME as ENGLISH } from "../en/home.ts";

/** Chinese: home. */
export const HOME: Words<typeof ENGLISH> = {
  home: {
    greeting: "{{ name }}，您好。",
    drafts: "起草中的制度",
    noDrafts: "目前没有草稿。",
    reviews: "等待他人审批",
    noReviews: "目前没有待审批的草稿。",
    inForce: "今日施行的制度",
    changed: "修改于{{ when }}",
  },
};
