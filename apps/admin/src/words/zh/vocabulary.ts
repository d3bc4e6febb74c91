import type { Words } from "../dictionary.ts";
import type { VOCABULARY as ENGLISH } from "../en/vocabulary.ts";

/** Chinese: statutory guards and the vocabulary. */
export const VOCABULARY: Words<typeof ENGLISH> = {
  guards: {
    fromRules: "法定限制随服务的规则文件提供，此处仅供查看。制度须写明其适用哪些法定限制。",
    namedBy: "适用于",
    namedByNone: "目前没有施行中的制度适用该限制。",
    sources: "限额币种：{{ currency }}。依据：{{ sources }}",
  },
  vocabulary: {
    search: "按中文、英文名称或标识查找",
    onlyDiffering: "只看各制度不一致的事实",
    onlyDifferingHint: "有{{ count }}项事实的标识相同，但名称、类型或取值不一致。",
    changing: "事实须在所属制度的草案中修改：点击“在草案中修改”即可前往；尚无草案时将新建一份。",
    differs: { label: "名称不一致", type: "类型不一致", values: "取值不一致", scope: "适用范围不一致" },
    scopes: { case: "属于案件", party: "属于各当事方" },
    types: {
      money: "金额",
      rate: "比例",
      integer: "整数",
      decimal: "数值",
      boolean: "是或否",
      date: "日期",
      instant: "时刻",
      text: "文字",
      enum: "单选",
      set: "多选",
      party: "当事方",
      derived: "由其他事实算出",
    },
    called: "{{ zh }} · {{ en }}",
    values: "{{ count }}个可选值",
    readBy: "使用之处（{{ count }}）",
    servesAs: {
      loss: "以此作为分担的损失金额。",
      version: "以此日期确定适用的制度版本。",
      cap: "每月扣减上限以此为基数。",
      "start-of-deduction": "扣减自此日期所在月份开始。",
      conflict: "以此确定应当回避的人员。",
      guard: "法定限制依据此项计算。",
      gate: "作出决定的前提依据此项判断。",
    },
    readByNothing: "没有规则或表格使用。",
    toDraft: "在草案中修改",
  },
};
