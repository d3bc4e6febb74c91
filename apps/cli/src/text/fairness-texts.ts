/** What `--help` says of fairness reviews. */
export const FAIRNESS_HELP = {
  fairness: {
    en: "say how recorded decisions treated groups and like cases",
    zh: "说明已记录的决定对各组人员和同类案件的处理情况",
  },
  policy: { en: "whose decisions in force", zh: "取哪一制度的有效决定" },
  from: { en: "only decisions from this day on", zh: "只取自该日起的决定" },
  to: { en: "only decisions up to this day", zh: "只取截至该日的决定" },
  scope: {
    en: "only cases of which the case or a party states one of these values, for each fact",
    zh: "只取案件或当事方就各事实填有所列取值之一的案件",
  },
  category: { en: "only these kinds of case", zh: "只取这些种类的案件" },
  group: {
    en: "facts by which people are told apart; default: those declared protected",
    zh: "用于分组的事实；默认为声明受保护的事实",
  },
  reference: {
    en: "the value whose people the others of a fact stand beside; default: all others",
    zh: "某一事实中作为参照组的取值；默认与其他各组相比",
  },
  same: {
    en: "facts that comparable cases have the same besides version, kind and loss band",
    zh: "可比案件除版本、种类和损失档次外还须相同的事实",
  },
  anyKind: { en: "compare cases whatever their kind", zh: "比较时不要求种类相同" },
  anyLoss: { en: "compare cases whatever their loss", zh: "比较时不要求损失档次相同" },
  cross: {
    en: "two facts by which people are looked at at once",
    zh: "同时用于观察人员的两项事实",
  },
  rank: {
    en: "the fact that states a rank, its values in the order declared or as given (rank=worker,lead), lowest first",
    zh: "填报职级的事实；取值由低到高，可另行列出（如rank=worker,lead），默认为声明次序",
  },
  parts: {
    en: "where cases say who had which part: a fact of their own (`owns`) or one that names them (`names`)",
    zh: "案件填报参与方式的事实：本人的事实（`owns`），或指明其人的事实（`names`）",
  },
  pay: {
    en: "facts that state a month's pay, the first known one counting; default: wage, then bonus",
    zh: "填报月收入的事实，取首个已填报的；默认先取月工资，再取月奖金",
  },
  steps: { en: "case facts that say when a step was done", zh: "填报步骤完成时间的案件事实" },
  unit: { en: "the case fact that names the unit that handled it", zh: "填报经办单位的案件事实" },
  draft: {
    en: "a draft as it stands, to hold the same cases against",
    zh: "用于对比的草案（以其现有内容为准）",
  },
  json: { en: "print the whole result as one line of JSON", zh: "以一行JSON输出完整结果" },
  csv: { en: "print the groups as CSV", zh: "以CSV输出各组比较" },
  more: {
    en: [
      "Reads only. How far it is goes to the error stream.",
      "Exit code 0 where nothing stands out, 2 where groups differ or like cases were decided unlike.",
    ].join("\n"),
    zh: [
      "只读取，不写入。进度写入错误流。",
      "未见明显差异时退出码为0；各组有差异或同类案件处理不同时为2。",
    ].join("\n"),
  },
} as const;

const number = (value: number): string => value.toLocaleString("en");

/** What is said while it goes on, and of groups. */
export const FAIRNESS_SAYS = {
  progress: {
    en: (done: number, total: number) => `${number(done)} of ${number(total)} decisions`,
    zh: (done: number, total: number) => `已分析${number(done)}/${number(total)}件决定`,
  },
  about: {
    en: (fact: string, words: string) => `By ${fact}: ${words}.`,
    zh: (fact: string, words: string) => `按${fact}：${words}。`,
  },
  small: {
    en: (group: string) => `“${group}”: n < 10.`,
    zh: (group: string) => `“${group}”：n < 10。`,
  },
} as const;
