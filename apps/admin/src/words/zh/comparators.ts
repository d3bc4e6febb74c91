import type { Words } from "../dictionary.ts";
import type { COMPARATORS as ENGLISH } from "../en/comparators.ts";

/** Chinese: whom somebody can compare themselves with. */
export const COMPARATORS: Words<typeof ENGLISH> = {
  comparators: {
    title: "相似案件如何处理",
    text: "从本制度其他有效决定中找出事实最接近的人员，不看其身份。规则所读取的各项事实权重相同，相差不超过一成的，称为相似案件。",
    limit: "处罚不同，值得查看，但不足以证明有人受到不公对待。",
    looked: "共比对其他决定{{ count }}件。",
    lookedNewest: "共比对最近的其他决定{{ count }}件，更早的未予比对。",
    otherCurrency: "另有{{ count }}件以其他货币计，未予比对。",
    leftOut: "另有{{ count }}名当事方未在此比对。",
    found: {
      unlike: "有相似案件的处罚与本案不同，列于最前。",
      like: "相似案件的处罚均与本案相称。",
      near: "没有相似案件。以下为事实最接近的案件，因事实不同，其处罚仅供参考。",
      none: "没有可比对的案件：本制度尚无结论相同的其他有效决定。",
    },
    case: "案件",
    standing: "相近程度",
    penalty: "对方的处罚",
    differs: "不同之处：本案 → 对方",
    standings: {
      unlike: "相似案件，处罚不同",
      like: "相似案件，处罚相称",
      near: "相近，但不相似",
    },
    version: "适用第{{ version }}版",
    same: "规则所读取的事实全部相同",
    sameAmount: "相同",
    grade: "处分：{{ grade }}",
    noGrade: "无处分",
    departed: "与规则建议不同",
    days: "距“{{ from }}”{{ count }}日",
    hours: "距“{{ from }}”{{ count }}小时",
    party: "案件的第{{ number }}名当事方",
    somebodyElse: "案外人员",
    stated: "已填报",
  },
};
