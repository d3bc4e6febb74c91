/**
 * What people write above a column in the place of a fact's label, by the name that the fact has in whichever policy
 * declares it. A label always comes first, so that no word here takes a column from the fact that is called so.
 */
export const FACT_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  receivedOn: [
    "收到日期",
    "收到日",
    "收到投诉日期",
    "投诉日期",
    "投诉日",
    "受理日期",
    "受理日",
    "接诉日期",
    "date received",
    "received on",
    "complaint date",
    "date of complaint",
  ],
  acceptedOn: ["受理日期", "受理日", "投诉日期", "date accepted", "complaint date"],
  registeredOn: ["登记日", "投诉登记日期", "投诉日期", "date registered", "complaint date"],
  receivedAt: ["收到时间", "受理时间", "接诉时间", "投诉时间", "time received", "received at"],
  decidedOn: ["决定日期", "决定日", "处理日期", "处理决定日期", "decision date", "date of decision"],
  occurredOn: ["发生日期", "事发日期", "事故日期", "date of incident"],
  lossAmount: [
    "损失",
    "损失额",
    "损失金额",
    "投诉损失",
    "投诉损失金额",
    "核定损失",
    "核定损失金额",
    "loss",
    "loss amount",
    "amount of loss",
  ],
  cost: ["费用", "费用金额", "损失", "损失金额"],
  complaintKind: ["投诉种类", "投诉类别", "complaint kind", "complaint type", "type of complaint"],
  kind: ["投诉种类", "投诉类型", "complaint kind", "complaint type"],
  monthlyBonus: [
    "奖金",
    "月奖金",
    "月度奖金",
    "绩效奖金",
    "月绩效奖金",
    "月度绩效奖金",
    "全月奖金",
    "bonus",
    "monthly bonus",
    "performance bonus",
  ],
  monthlyWage: ["工资", "月薪", "wage", "monthly wage", "salary"],
  basePoints: ["基数", "个人基数", "base points"],
  unitBasePoints: ["基数合计", "单位基数", "单位基数合计", "班组基数合计"],
  unit: ["班组", "责任班组", "责任部门"],
  department: ["部门", "责任部门"],
  role: ["岗位", "职位", "职务", "post", "position"],
  share: ["责任份额", "承担比例", "share"],
};

/** Words for what every party has that a policy may have a fact for; they are taken only where it has none. */
export const LAST_WORDS: Readonly<Record<string, readonly string[]>> = {
  "party.memberOf": ["部门", "班组", "department", "team"],
};

/** Headers of columns with the names of people, which nothing is read from: people are known by their staff numbers. */
export const NAMES_OF_PEOPLE: readonly string[] = [
  "姓名",
  "员工姓名",
  "责任人姓名",
  "name",
  "full name",
  "staff name",
  "employee name",
];
