import type { Words } from "../dictionary.ts";
import type { FACTS as ENGLISH } from "../en/facts.ts";

/** Chinese: the form in which a fact is declared. */
export const FACTS: Words<typeof ENGLISH> = {
  facts: {
    form: "表单",
    edited: "事实{{ name }}：{{ field }}",
    fields: {
      label: "名称",
      type: "类型",
      required: "是否必填",
      help: "填写说明",
      values: "可取值",
      open: "也接受列表以外的值",
      whenAbsent: "未填写时视为未知，而非“否”",
      says: "语句中的说法",
      minimum: "不小于",
      maximum: "不大于",
      mustBeParty: "必须是本案当事方",
      namesKind: "若不是本案当事方，则视为",
    },
    noType: "{{ type }}（没有这种类型）",
    required: { never: "非必填", always: "必填", ofKinds: "下列当事方必填" },
    kinds: "必须填写的当事方类别",
    whom: "可指定的对象",
    value: "规则中的名称",
    acts: "移动或删除",
    labelOf: { zh: "{{ value }}的中文名称", en: "{{ value }}的英文名称" },
    valueActs: {
      up: "上移{{ value }}",
      down: "下移{{ value }}",
      remove: "删除{{ value }}",
    },
    valuesHint: "按此顺序供选择；按 Alt 加 ↑ 或 ↓ 可移动。",
    newValue: "新增取值",
    valueIdHint: "规则中使用的名称：小写英文字母和数字，单词间用连字符，如 late-reply",
    valueFaults: {
      empty: "请填写规则中使用的名称。",
      malformed: "只能使用小写英文字母和数字，单词间用连字符，如 late-reply。",
      taken: "这个名称已被使用。",
    },
    addValue: "添加",
    saysHint: "名称直接放入语句不通顺时，在此写明成立与不成立时的说法。",
    says: { true: "成立时", false: "不成立时" },
    addSays: "填写两种说法",
    removeSays: "不再单独说明",
    asFact: "事实“{{ fact }}”的值",
    noBound: "不设上限",
    boundHint: "可以留空；包含边界值。",
    leftOver: "以下内容不属于这种类型的事实，但仍保留在此，直至您将其删除。",
    takeOut: "删除：{{ field }}",
  },
};
