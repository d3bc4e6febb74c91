import type { Policy } from "@evenhand/domain";

/** A policy with a fact of every type, for what the shipped ones do not use. */
export const SAMPLE_POLICY = {
  id: "every-type",
  version: 1,
  title: { en: "Every type", zh: "各种类型" },
  effectiveFrom: "2026-01-01",
  appliesBy: "receivedOn",
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  calendar: "cn",
  guards: [],
  cap: { rate: { fact: "parameter.capRate" } },
  grades: [],
  facts: {
    case: {
      receivedOn: { type: "date", required: true, label: { en: "day received", zh: "收到日期" } },
      lossAmount: {
        type: "money",
        required: true,
        label: { en: "loss", zh: "损失金额" },
        maximum: 100_000_000,
      },
      kind: {
        type: "enum",
        label: { en: "kind", zh: "投诉类型" },
        values: {
          quality: { en: "quality", zh: "品质缺陷" },
          late: { en: "late delivery", zh: "交货延误" },
          talk: { en: "a request, advice or talk", zh: "求助、咨询" },
        },
      },
      answeredAt: { type: "instant", label: { en: "moment of the answer", zh: "答复时间" } },
      upheld: { type: "boolean", label: { en: "upheld", zh: "投诉成立" } },
      weight: { type: "decimal", label: { en: "weight", zh: "重量" } },
      remark: { type: "text", label: { en: "remark", zh: "说明" } },
    },
    party: {
      basePoints: {
        type: "integer",
        required: ["person"],
        minimum: 1,
        label: { en: "base points", zh: "本人基数" },
      },
      share: { type: "rate", label: { en: "share", zh: "责任比例" } },
      faults: {
        type: "set",
        label: { en: "faults", zh: "过失" },
        values: {
          ticket: { en: "ticket or sample error", zh: "工单或样品开立错误" },
          storage: { en: "storage/transport", zh: "仓储、运输不当" },
          other: { en: "other", zh: "其他" },
        },
      },
      head: { type: "party", label: { en: "head", zh: "部门负责人" }, namesKind: "person" },
      post: {
        type: "enum",
        open: true,
        label: { en: "post", zh: "岗位" },
        values: { manager: { en: "manager", zh: "经理" } },
      },
    },
  },
  parameters: {},
  tables: {},
  rules: [],
  words: {},
  examples: [],
} as const satisfies Policy;
