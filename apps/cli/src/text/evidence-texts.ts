import { type Language, type LocalizedText, type Verdict, quote } from "@evenhand/domain";

/** What `--help` says of the commands about evidence. */
export const EVIDENCE_HELP = {
  verify: {
    en: "verify a receipt, the log, or the whole database against it",
    zh: "核验回执、日志，或对照日志核验整个数据库",
  },
  what: {
    en: "a receipt in a file; `log` for the log alone; none: the whole database",
    zh: "回执文件；`log`仅核验日志；不填则核验整个数据库",
  },
  key: {
    en: "the key that the log is known by, from elsewhere than the database",
    zh: "从数据库以外取得的日志公钥",
  },
  since: {
    en: "a checkpoint that was kept: the log must begin with what it names",
    zh: "此前保存的检查点：日志须以其所载内容开头",
  },
  save: {
    en: "where to keep the newest checkpoint, once everything holds",
    zh: "核验无误后，将最新检查点存为该文件",
  },
  database: {
    en: "a SQLite file, such as a backup, in place of the database of the service",
    zh: "改为读取某个SQLite文件，如备份",
  },
  verifyMore: {
    en: [
      "Reads only. A receipt needs no database; without --key it is only shown to agree with itself.",
      "Exit code 0 where everything holds, 2 where something does not.",
    ].join("\n"),
    zh: [
      "只读取，不写入。核验回执无需数据库；未给出`--key`时，只能说明回执自身一致。",
      "全部相符时退出码为0，有不符时为2。",
    ].join("\n"),
  },
  replay: { en: "decide recorded decisions again", zh: "重新核算已作出的决定" },
  decisions: { en: "ids of decisions", zh: "决定编号" },
  from: {
    en: "those recorded from this day on, UTC: `2026-07-01`",
    zh: "自该日起记录的决定（UTC），如`2026-07-01`",
  },
  until: { en: "those recorded before this day, UTC", zh: "该日之前记录的决定（UTC）" },
  all: { en: "all of them", zh: "全部决定" },
  policy: { en: "those under one policy", zh: "某一制度下的决定" },
  evaluator: {
    en: "`both`, which must agree, or `compiled` alone, which is faster",
    zh: "`both`（两套核算须一致）或`compiled`（仅用编译核算，较快）",
  },
  replayJson: { en: "print one JSON line for each decision", zh: "每项决定输出一行JSON" },
  replayMore: {
    en: [
      "Reads only. Prints every decision that is not identical, and a summary; how far it is goes to the error stream.",
      "Exit code 0 where all are identical, 2 where one is different, 4 where one cannot be decided again.",
    ].join("\n"),
    zh: [
      "只读取，不写入。输出所有不一致的决定及汇总；进度写入错误流。",
      "全部一致时退出码为0，有不一致时为2，有无法重算的为4。",
    ].join("\n"),
  },
  backup: { en: "copy the database while it is in use", zh: "在线备份数据库" },
  backupFile: { en: "the file to make; nothing may be there yet", zh: "备份文件，须尚不存在" },
  backupMore: {
    en: [
      "For SQLite. PostgreSQL has a tool of its own: pg_dump.",
      "The keys beside the database (log-key, auth-secret) are not in it; keep them somewhere else.",
    ].join("\n"),
    zh: [
      "适用于SQLite；PostgreSQL请使用其自带的pg_dump。",
      "数据库之外的密钥（log-key、auth-secret）不在备份中，请另行妥善保存。",
    ].join("\n"),
  },
  erase: {
    en: "overwrite what erased people left in the database file",
    zh: "覆写已删除信息的人员在数据库文件中的残留",
  },
  eraseMore: {
    en: [
      "Erasing somebody overwrites it by itself; where that could not be done while others read, this does it later.",
      "Those who write wait meanwhile, about a second for every 100 MB.",
    ].join("\n"),
    zh: [
      "删除人员信息时会自动覆写；如当时因他人读取而未能完成，可用此命令补做。",
      "其间写入须等待，每100 MB约1秒。",
    ].join("\n"),
  },
} as const satisfies Record<string, LocalizedText>;

const number = (value: number): string => value.toLocaleString("en");

/** What these commands say. */
export const EVIDENCE_SAYS = {
  holdsReceipt: {
    en: (action: string, at: string, key: string) =>
      `this receipt holds: \`${action}\` of ${at} stands in the log of \`${key}\``,
    zh: (action: string, at: string, key: string) => `回执有效：${at}的\`${action}\`在\`${key}\`的日志中`,
  },
  ownKey: {
    en: "it was verified under the key that it names itself; give `--key` to know whose log it is",
    zh: "核验所用的是回执自带的公钥；如需确认日志归属，请给出`--key`",
  },
  storedKey: {
    en: "it was verified under the key that the database names itself; give `--key` to know whose log it is",
    zh: "核验所用的是数据库自带的公钥；如需确认日志归属，请给出`--key`",
  },
  holdsLog: {
    en: (size: number, root: string) => `the log holds: ${number(size)} events, root ${root}`,
    zh: (size: number, root: string) => `日志核验无误：共${number(size)}条，根为${root}`,
  },
  holdsStore: {
    en: (size: number, root: string) =>
      `everything holds: ${number(size)} events in the log, root ${root}, and every row agrees with them`,
    zh: (size: number, root: string) => `全部核验无误：日志共${number(size)}条，根为${root}，各表均与之相符`,
  },
  pending: {
    en: (count: number) =>
      `${number(count)} more wait for their place in the log; nothing is shown of them yet`,
    zh: (count: number) => `另有${number(count)}条待入日志，尚无法核验`,
  },
  problems: {
    en: (count: number) => `${number(count)} ${count === 1 ? "problem" : "problems"}`,
    zh: (count: number) => `共${number(count)}个问题`,
  },
  andMore: {
    en: "looking stopped here: there may be more",
    zh: "核验到此为止，可能还有更多问题",
  },
  saved: {
    en: (file: string, size: number) => `kept the checkpoint over ${number(size)} events in ${quote(file)}`,
    zh: (file: string, size: number) => `已将${number(size)}条的检查点存入${quote(file)}`,
  },
  part: {
    en: (name: string, done: number, total: number) => `${name}: ${number(done)} of ${number(total)}`,
    zh: (name: string, done: number, total: number) => `${name}：${number(done)}/${number(total)}`,
  },
  progress: {
    en: (done: number, total: number) => `${number(done)} of ${number(total)} decisions`,
    zh: (done: number, total: number) => `已核算${number(done)}/${number(total)}项决定`,
  },
  summary: {
    en: (counts: Readonly<Record<Verdict, number>>, total: number) =>
      `${number(total)} ${total === 1 ? "decision" : "decisions"}: ${number(counts.identical)} identical, ${number(counts.different)} different, ${number(counts.cannot)} that cannot be decided again`,
    zh: (counts: Readonly<Record<Verdict, number>>, total: number) =>
      `共${number(total)}项决定：一致${number(counts.identical)}项，不一致${number(counts.different)}项，无法重算${number(counts.cannot)}项`,
  },
  backedUp: {
    en: (file: string, bytes: number) =>
      `copied the database into ${quote(file)}, ${number(bytes)} bytes; \`evenhand verify --database\` verifies it`,
    zh: (file: string, bytes: number) =>
      `已将数据库备份至${quote(file)}，共${number(bytes)}字节；可用\`evenhand verify --database\`核验`,
  },
  overwritten: { en: "nothing of erased people is left in the file", zh: "文件中已无被删除信息的残留" },
} as const satisfies Record<string, Readonly<Record<Language, unknown>>>;

/** The parts of a verification as people call them. */
export const PARTS: Readonly<Record<string, LocalizedText>> = {
  log: { en: "log", zh: "日志" },
  documents: { en: "versions, calendars and guards", zh: "制度版本、日历和法定限制" },
  events: { en: "events and what came with them", zh: "审计记录及相应内容" },
  cases: { en: "cases", zh: "案件" },
  drafts: { en: "submissions and reviews", zh: "提交与审核" },
  appeals: { en: "appeals", zh: "申诉" },
  people: { en: "people and their ledgers", zh: "人员及其台账" },
  openings: { en: "texts", zh: "文本" },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, LocalizedText>> = {
  identical: { en: "identical", zh: "一致" },
  different: { en: "different", zh: "不一致" },
  cannot: { en: "cannot", zh: "无法重算" },
};
