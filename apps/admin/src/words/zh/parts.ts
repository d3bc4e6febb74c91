import type { Words } from "../dictionary.ts";
import type { PARTS as ENGLISH } from "../en/parts.ts";

/** Chinese: the outline of a draft and the editors of its parts. */
export const PARTS: Words<typeof ENGLISH> = {
  parts: {
    outline: {
      filter: "筛选目录",
      nothing: "没有名为“{{ text }}”的内容。",
      clear: "清除",
      add: "新增：{{ group }}",
      added: "{{ group }}：新增一项",
      errors: "{{ count }}个错误",
      warnings: "{{ count }}个提醒",
    },
    groups: {
      general: "总则",
      caseFacts: "案件填报事项",
      partyFacts: "当事方填报事项",
      derivedFacts: "派生事实",
      parameters: "标准与数额",
      conditions: "具名条件",
      intake: "规则：受理与认定",
      attribution: "规则：归责与分担",
      penalty: "规则：处罚与措施",
      tables: "决策表",
      deadline: "期限",
      authority: "审批权限",
      shares: "责任份额",
      gates: "前提",
      words: "用词",
      notes: "附注",
      examples: "示例",
      other: "其他",
    },
    names: {
      title: "名称与摘要",
      header: "币种、工作日历与法定限制",
      cap: "每月扣减上限",
      conflict: "回避规定",
      grades: "纪律处分等级",
      words: "处理结果用词",
      deadlines: "期限总览与试算",
      authorities: "审批人总览与试算",
      shareList: "分担比例总览",
    },
  },
};
