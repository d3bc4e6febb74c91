import type { AnnouncementWords } from "../announcement-words.ts";

/** Announcements in Chinese. */
export const CHINESE_ANNOUNCEMENT: AnnouncementWords = {
  title: "处理决定公示表",
  month: "月份",
  colon: "：",
  issuedOn: "公示日期",
  lead: (count) => `本月已作出的处理决定涉及${count}个人员或单位，现予公示。`,
  none: "本月没有需要公示的处理决定。",
  policy: (title) => `《${title}》`,
  columns: {
    number: "序号",
    staff: "工号／单位",
    unit: "所属单位",
    grounds: "事由与依据",
    decision: "决定日期",
    grade: "处分",
  },
  amountColumn: (currency) =>
    currency === undefined ? "金额" : currency === "CNY" ? "金额（元）" : `金额（${currency}）`,
  grounds: (grounds) => grounds.join("；"),
  sanctions: (sanctions) => sanctions.join("、"),
  reminder: "提醒",
  commendation: "表扬",
  total: "合计",
  objection: (to) =>
    `当事人对决定有异议的，可以按通知书载明的期限提出申诉；对公示内容有疑问的，请与${to ?? "人力资源部门"}联系。`,
  seal: "公示单位（盖章）",
};
