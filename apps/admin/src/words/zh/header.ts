import type { Words } from "../dictionary.ts";
import type { HEADER as ENGLISH } from "../en/header.ts";

/** Chinese: the forms of what a policy says of itself. */
export const HEADER: Words<typeof ENGLISH> = {
  header: {
    wholeAsJson: "整份制度（JSON）",
    guardsHint: "勾选员工工作地的法定限制。扣减超出法定上限的，按上限计算。",
    guardEdited: "法定限制“{{ name }}”",
    otherCurrency: "以{{ currency }}计，与本制度的币种不同，不能选用",
    unknown: "{{ value }}（系统中没有）",
    calendarHint: "期限中的工作日按此推算。",
    appliesByHint: "案件适用该日施行的版本。只列出必填的日期。",
    currencyHint: "更换币种时，已填写的金额不会换算。",
    lossFactHint: "由各责任方按份额分担的金额。",
    noLoss: "无需分担",
    effectiveFrom: "施行日期在发布时确定；草案中目前为{{ day }}。",
  },
  cap: {
    rate: "按哪个比例",
    rateHint: "同一人一个月内的扣减，所有案件与制度合计，不超过当月绩效奖金的这一比例。",
    choice: "{{ value }} · {{ label }}",
    toRate: "修改这个比例",
    none: "尚无比例参数，请先在“参数”中新增一项单位为“比例”的参数。",
    edited: "每月扣减上限：{{ name }}",
  },
  labels: {
    newGrade: "新增处分等级",
    gradesHint: "由轻到重排列；按 Alt 加 ↑ 或 ↓ 可移动。名称与“处理结果用词”共用。",
    gradesEdited: "纪律处分等级",
    newWord: "新增用词",
    wordsHint: "决定书和各处页面显示的名称。",
    wordsEdited: "处理结果用词“{{ name }}”",
    malformed: "这一部分的格式有误，无法在表单中显示，请在JSON视图中修改。",
  },
};
