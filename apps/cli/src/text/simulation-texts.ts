/** What `--help` says of simulating. */
export const SIMULATION_HELP = {
  simulate: {
    en: "say what a version or a draft would do to past cases",
    zh: "说明某一版本或草案对以往案件的影响",
  },
  policy: { en: "whose past cases", zh: "取哪一制度的以往案件" },
  candidate: {
    en: "the number of a version, or the id of a draft as it stands",
    zh: "版本号，或草案编号（以其现有内容为准）",
  },
  baseline: { en: "the number of a version; default: the one in force", zh: "版本号；默认为施行中的版本" },
  from: { en: "only cases decided from this day on", zh: "只取自该日起决定的案件" },
  to: { en: "only cases decided up to this day", zh: "只取截至该日决定的案件" },
  scope: {
    en: "only cases of which the case or a party states one of these values, for each fact",
    zh: "只取案件或当事方就各事实填有所列取值之一的案件",
  },
  group: { en: "facts by which results are grouped", zh: "用于分组的事实" },
  json: { en: "print the whole result as one line of JSON", zh: "以一行JSON输出完整结果" },
  csv: { en: "print the cases that change as CSV", zh: "以CSV输出有变化的案件" },
  more: {
    en: [
      "Reads only. How far it is goes to the error stream.",
      "Exit code 0 where no case changes, 2 where one does.",
    ].join("\n"),
    zh: ["只读取，不写入。进度写入错误流。", "没有案件变化时退出码为0，有变化时为2。"].join("\n"),
  },
} as const;

const number = (value: number): string => value.toLocaleString("en");

/** What is said while it goes on. */
export const SIMULATION_SAYS = {
  progress: {
    en: (done: number, total: number) => `${number(done)} of ${number(total)} cases`,
    zh: (done: number, total: number) => `已核算${number(done)}/${number(total)}件案件`,
  },
} as const;
