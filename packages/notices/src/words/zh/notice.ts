import type { Collection, NoticeWords } from "../notice-words.ts";
import { sectionNumber } from "./section-number.ts";

/** Notices in Chinese. */
export const CHINESE_NOTICE: NoticeWords = {
  title: "处理决定通知书",
  yes: "是",
  no: "否",
  list: (members) => members.join("；"),
  sentences: (sentences) => sentences.join(""),
  erasedText: "（原文已按规定删除）",
  sectionNumber,
  colon: "：",
  amountColumn: (currency) => (currency === "CNY" ? "金额（元）" : `金额（${currency}）`),

  head: {
    number: "编号",
    decidedOn: "决定日期",
    to: "受送达人",
    unit: "所属单位",
    reference: "案件编号",
    policy: "适用制度",
    policyTitle: ({ title, version, from }) => `《${title}》第${version}版，自${from}起施行`,
    superseded: (inForce) => `本决定已失效，由${inForce}号决定取代，以该决定为准。`,
    supersedes: (decision) => `本决定取代${decision}号决定，原决定不再执行，已扣减的差额按本决定多退少补。`,
    unchanged: (decision) => `本决定取代${decision}号决定，原决定不再执行；对受送达人的处理不变。`,
    answersObjection: "本决定是对申诉的处理结果。",
  },

  sections: {
    result: "处理结果",
    facts: "认定的事实",
    clauses: "适用的条款",
    reckoning: "金额的计算",
    months: "扣减安排",
    duties: "应办事项与期限",
    decision: "决定的作出",
    objection: "申诉",
    check: "核对",
  },

  result: {
    total: "应扣合计",
    nothing: "不予扣罚",
    gradeAlone: (grade) => `给予${grade}处分，不扣款`,
    reminderAlone: "予以提醒，不扣款",
    commendationAlone: "予以表扬",
    conclusion: "结论",
    dispositions: {
      upheld: "投诉成立",
      "not-upheld": "投诉不成立",
      "out-of-scope": "不属于本办法的受理范围",
      referred: "移交管理层处理",
      pending: "暂不作结论",
      refused: "不得作出该处理决定",
    },
    because: (conclusion, ground) => `${conclusion}，理由为“${ground}”`,
    category: "类别",
    severity: "严重程度",
    caseNumber: "案号",
    role: "责任角色",
    share: "承担份额",
    shareOf: ({ percentage, noun, amount, isWhole }) => {
      const share = `${noun}的${percentage}`;
      if (amount === undefined) return share;
      return isWhole ? `${share}，即${amount}` : `${share}，实际承担${amount}，其余由公司承担`;
    },
    exemption: "免责理由",
    fine: "罚款",
    ofWhichFine: (fine, rest) => `${fine}，另从绩效奖金中扣减${rest}`,
    grade: "处分",
    gradeGiven: (grade) => grade,
    reminder: "提醒",
    reminderGiven: "予以提醒",
    commendation: "表扬",
    commendationGiven: "予以表扬",
    collection: "执行方式",
    collected,
    notDeductible: "不得扣减",
    byLaw: (amount) => `${amount}，依法不得扣减，以后也不再扣减`,
  },

  clauses: {
    clause: "条款",
    says: "内容及适用理由",
    because: (reasons) => `本案：${reasons.join("；")}。`,
    rule: "—",
  },

  ownPart: (noun, kind) => (kind === "person" ? `本人承担的${noun}` : `本单位承担的${noun}`),
  reckoning: {
    item: "项目",
    formula: "算式",
    inAll: "应扣合计",
    proposed: "按制度核算",
    decided: "决定扣减",
    limits: "每月可扣的额度",
  },

  months: {
    month: "月份",
    each: "每月扣减（元）",
    count: "月数",
    before: "此前已安排（元）",
    others: "本月其他决定已安排（元）",
    limit: "当月上限（元）",
    subtotal: "小计（元）",
    left: "扣后余额（元）",
    span: (from, to) => `${from}至${to}`,
    sum: "合计",
    outstanding: (amount, isAll) =>
      isAll ? `全部金额${amount}保留为待扣，目前不安排扣减。` : `其中${amount}保留为待扣，目前不安排扣减。`,
    suspended: "已提出异议，在异议处理完毕之前暂不扣减。",
    superseded: (inForce) => `不再按本决定扣减，扣减安排以${inForce}号决定为准。`,
    appealed: (amount) => `申诉尚未处理完毕，${amount}暂停扣减。`,
    reversed: (amount) => `此前已冲回${amount}，不计入应扣合计。`,
    givenBack: ({ amount, month, why, isDone }) => {
      const cause = why === "bonus" ? "因绩效奖金更正" : "因决定变更";
      return `${cause}，多扣的${amount}${isDone ? "已随" : "随"}${month}的工资退还。`;
    },
    restated: (month, limit) => `${month}的绩效奖金在结账后更正，该月可扣的上限相应变为${limit}。`,
    limitChanged: "作出决定后，所知的绩效奖金有变，各月的上限以下表所列为准。",
    realBonus:
      "以上按目前所知的绩效奖金安排。某月实发奖金较低的，当月只在上限内扣减，未扣部分顺延至以后的月份；任何月份的扣减都不超过上限。",
  },

  account: {
    whole: (charged, parts) => `应扣合计${charged}，其中：${parts.join("；")}。`,
    taken: (amount) => `已扣减${amount}`,
    waived: (amount) => `已减免${amount}`,
    planned: (amount) => `${amount}按上表扣减`,
    plannedAs: (amount, how) => `${amount}${how}`,
    rest: (amount) => `${amount}保留为待扣，目前不安排扣减`,
    suspended: (amount) => `${amount}在申诉期间暂停扣减`,
    notRecoverable: (amount) => `${amount}因离职无法追回，不再扣减`,
    allTaken: "已全部扣减",
  },

  duties: {
    named: (duty, quantity) => (quantity === undefined ? duty : `${duty}（${quantity}）`),
    own: (kind, due) => {
      const whose = kind === "person" ? "由本人完成" : "由本单位完成";
      return due === undefined ? whose : `${whose}，${due}`;
    },
    due: ({ when, provisional, citation }) => {
      const caution = provisional ? "，暂定：超出已公布的工作日历，仍可能变动" : "";
      return `最迟${when}${citation === "" ? "" : `（${citation}）`}${caution}`;
    },
  },

  decision: {
    decidedBy: "决定人",
    decidedOn: "决定日期",
    decidedAndRecorded: (day, recordedAt) => `${day}（${recordedAt}记录）`,
    level: { approves: "审批", handles: "处理", level: "处理层级" },
    system: "由经授权的业务系统提交",
    safeguards: "程序要求",
    departure: "与核算结果不同",
    asProposed: "金额与处分均同核算结果",
    changes: {
      fine: (from, to) => `罚款由${from}改为${to}`,
      bonus: (from, to) => `奖金扣减由${from}改为${to}`,
      grade: (from, to) =>
        to === undefined
          ? `不给予${from ?? ""}处分`
          : from === undefined
            ? `给予${to}处分`
            : `处分由${from}改为${to}`,
    },
    reason: "决定人说明的理由",
  },

  objection: {
    until: (day) => `对本决定有异议的，可以在${day}（含当日）前提出申诉。`,
    how: (to, decision) =>
      `申诉可以在系统中针对${decision}号决定提交，也可以将书面申诉交${to ?? "人力资源部门"}，写明决定编号、请求和理由，并可附上证据。`,
    effect: "申诉期间，尚未扣减的金额暂停扣减；决定被减轻或撤销的，已经多扣的部分予以退还。",
    harmless: "不因申诉而加重处理。",
    over: "对本决定不能再提出申诉。",
    open: (filedOn) => `受送达人已于${filedOn}提出申诉，正在处理。`,
    meanwhile: (taken) =>
      taken === undefined
        ? "申诉期间暂停扣减，迄今未扣减任何款项；决定被减轻或撤销的，按新决定执行。"
        : `申诉期间暂停扣减，此前已扣减${taken}；决定被减轻或撤销的，已经多扣的部分予以退还。`,
    decided: {
      upheld: ({ filedOn, decidedOn }) =>
        `受送达人于${filedOn}提出申诉；经审查，于${decidedOn}决定驳回申诉，维持原处理。`,
      reduced: ({ filedOn, decidedOn }) =>
        `受送达人于${filedOn}提出申诉；经审查，于${decidedOn}决定减轻处理。`,
      overturned: ({ filedOn, decidedOn }) =>
        `受送达人于${filedOn}提出申诉；经审查，于${decidedOn}决定撤销原处理。`,
      withdrawn: ({ filedOn, decidedOn }) => `受送达人于${filedOn}提出申诉，并于${decidedOn}撤回。`,
    },
    once: "对本决定不能再提出申诉。",
    superseded: (inForce) => `对本决定不能再提出申诉；现行决定为${inForce}号决定。`,
  },

  check: {
    decision: "决定编号",
    policy: "制度",
    calendar: "工作日历",
    guard: (jurisdiction) => `法定限制（${jurisdiction}）`,
    compiled: "计算程序",
    reference: "校核程序",
    fingerprint: (hash) => hash.slice(0, 16),
    how: "如需核对，请向人力资源部门或审计人员提供决定编号，由其凭回执核验记录未经改动，并重新核算。用下列版本对同一事实重新计算，应得出相同的结果；字母与数字为各文件指纹（SHA-256）的前16位。",
  },

  signatures: {
    decider: "决定人（签字）",
    recipient: {
      person: "本人签收",
      team: "班组签收",
      department: "部门签收",
      external: "收件方签收",
      company: "签收",
    },
    day: "日期",
    note: "签收只表示收到本通知书，不表示同意其内容，也不影响申诉的权利。",
    noteAlone: "签收只表示收到本通知书，不表示同意其内容。",
  },
};

function collected(how: Collection): string {
  switch (how.kind) {
    case "budget":
      return "计入本单位预算，不从个人奖金中扣减";
    case "external":
      return "由贵方支付";
    case "nothing-planned":
      return "目前不安排扣减";
    case "months":
      return how.count === 1
        ? `从${how.from}的绩效奖金中一次扣减`
        : `自${how.from}至${how.to}，分${how.count}个月从绩效奖金中扣减`;
  }
}
