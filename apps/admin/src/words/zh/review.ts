import type { Words } from "../dictionary.ts";
import type { REVIEW as ENGLISH } from "../en/review.ts";

/** Chinese: review. */
export const REVIEW: Words<typeof ENGLISH> = {
  review: {
    title: "{{ policy }}：审批",
    changes: "与第{{ version }}版相比的改动",
    noChanges: "这份草稿没有任何改动。",
    viewed: "已阅",
    viewedCount: "共{{ count }}处改动，已阅{{ viewed }}处",
    noExamples: "这项制度没有示例。",
    evidence: "本内容的依据",
    content: "内容标识（SHA-256）",
    errors: "错误{{ errors }}项，提醒{{ warnings }}项",
    examplesPass: "{{ count }}个示例的结果均与预期一致",
    examplesFail: "{{ count }}个示例中，{{ failed }}个的结果与预期不符",
    approvals: "需{{ needed }}人批准，已有{{ given }}人批准",
    decide: "审批意见",
    notHandedIn: "这份草稿尚未提交审批。",
    reason: "理由",
    reasonHint: "退回时必填，随审批意见一并留存。",
    approve: "批准这份内容",
    sendBack: "退回起草人",
    voids: "批准之后如再修改，批准即失效。",
    editors: "编辑过草稿的人不能审批这份草稿。",
    publish: "发布",
    effectiveFrom: "施行日期",
    publishHint: "案件按其自身日期当天施行的版本处理。",
    published: "已发布，新版本自施行日期起施行。",
    toPolicy: "查看制度",
    toDraft: "在编辑区中打开",
    kinds: { added: "新增", removed: "删除", changed: "修改", moved: "移动" },
  },
};
