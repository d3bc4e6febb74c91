import { type Language, type LocalizedText, alternatives, quote } from "@evenhand/domain";

/** What `evenhand export --help` says. */
export const EXPORT_HELP = {
  export: { en: "write lists, notices and policies into files", zh: "将清单、通知书和制度输出为文件" },
  payroll: {
    en: "what a payroll month takes and gives back, person by person",
    zh: "某月工资应扣减和退还的金额，按人列出",
  },
  announcement: { en: "the decisions of a month, to be put up", zh: "某月处理结果公示" },
  statistics: { en: "a month's decisions, counted", zh: "某月处理决定统计" },
  statement: { en: "what a person owes and has paid", zh: "个人扣减对账单" },
  notice: { en: "the notice of a decision for one of its parties", zh: "处理决定通知书" },
  policy: { en: "a version as a file of rules, to the letter", zh: "制度版本文件，与存储内容一字不差" },
  month: { en: "a month: `2026-07`", zh: "月份，如`2026-07`" },
  lines: {
    en: "a line for each of the `decisions` of a person (default), or for `people`",
    zh: "按决定逐行（`decisions`，默认）或按人逐行（`people`）",
  },
  currency: { en: "where there are amounts in several", zh: "涉及多种货币时指定其一" },
  part: {
    en: "which table of it: entries (default), months, decisions",
    zh: "输出的表：entries（默认）、months、decisions",
  },
  person: { en: "a staff number", zh: "工号" },
  decision: { en: "the id of a decision", zh: "决定编号" },
  party: { en: "for whom, where it is about several", zh: "涉及多个当事方时指定其一" },
  policyName: {
    en: "a policy, or one version of it: `complaint-fines@2`",
    zh: "制度编号，可指定版本：`complaint-fines@2`",
  },
  out: { en: "the file to write", zh: "输出文件" },
  force: { en: "write over the file where it is there already", zh: "文件已存在时予以覆盖" },
} as const satisfies Record<string, LocalizedText>;

export const EXPORT_SAYS: {
  readonly formats: (formats: readonly string[], usual: string) => LocalizedText;
  readonly written: Readonly<Record<Language, (file: string, bytes: number) => string>>;
  readonly notWritten: (file: string, code: string) => LocalizedText;
  readonly alreadyThere: (file: string) => LocalizedText;
  readonly orForce: LocalizedText;
} = {
  formats: (formats, usual) => ({
    en: `${formats.join(", ")} (default: ${usual})`,
    zh: `${alternatives(formats).zh}（默认：${usual}）`,
  }),
  written: {
    en: (file, bytes) => `wrote \`${file}\`, ${bytes.toLocaleString("en")} bytes`,
    zh: (file, bytes) => `已写入\`${file}\`，共${bytes.toLocaleString("en")}字节`,
  },
  alreadyThere: (file) => ({ en: `${quote(file)} is there already`, zh: `${quote(file)}已存在` }),
  orForce: {
    en: "name another file, or add `--force` to write over it",
    zh: "请换一个文件名，或加上`--force`予以覆盖",
  },
  notWritten: (file, code) => {
    const why = REASONS[code];
    return {
      en: `${quote(file)} cannot be written${why ? `: ${why.en}` : ""}`,
      zh: `无法写入${quote(file)}${why ? `：${why.zh}` : ""}`,
    };
  },
};

/** By the name that the system gives the trouble. */
const REASONS: Readonly<Record<string, LocalizedText>> = {
  ENOENT: { en: "there is no such folder", zh: "文件夹不存在" },
  EISDIR: { en: "it is a folder", zh: "这是一个文件夹" },
  EACCES: { en: "it may not be written to", zh: "没有写入权限" },
  EROFS: { en: "the disk cannot be written to", zh: "磁盘为只读" },
  ENOSPC: { en: "the disk is full", zh: "磁盘已满" },
};
