import type { Words } from "../dictionary.ts";
import type { CHANGES as ENGLISH } from "../en/changes.ts";

/** Chinese: what differs between two documents. */
export const CHANGES: Words<typeof ENGLISH> = {
  changes: {
    views: "查看改动的方式",
    sentences: "文字",
    table: "表格",
    json: "JSON",
    section: "部分",
    kind: "类别",
    what: "改动内容",
    before: "修改前",
    after: "修改后",
    absent: "无",
    kinds: { added: "新增", removed: "删去", changed: "修改", moved: "移动" },
    sections: {
      header: "总则",
      parameter: "参数",
      table: "决策表",
      deadline: "期限",
      authority: "审批权限",
      rule: "规则",
      gate: "前提",
      condition: "具名条件",
      fact: "事实",
      "derived-fact": "派生事实",
      word: "用词",
      note: "附注",
      example: "示例",
    },
    reaches: "影响{{ count }}处：",
    line: "行",
    onlyChanged: "只看有改动的行及其上下文",
    onlyChangedSentences: "只看改动",
    gone: "已删去",
    equalLines: "{{ count }}行相同",
    copyLink: "复制这处改动的链接",
    linkCopied: "链接已复制",
    linkInBar: "链接已在地址栏中",
  },
};
