import type { LocalizedText } from "@evenhand/domain";

/** What `--help` says of `prove`. */
export const PROOF_HELP = {
  prove: {
    en: "ask whether something holds of every case there can be",
    zh: "证明某一命题对所有可能的案件均成立",
  },
  cap: {
    en: "no month takes more from anybody than a part of their bonus",
    zh: "任何人单月扣减均不超过其奖金的一定比例",
  },
  unique: {
    en: "no two rules of one priority say different things of one matter",
    zh: "同一优先级的两条规则不会对同一事项给出不同结果",
  },
  noMoreThan: {
    en: "the later version never charges anybody more than the earlier one",
    zh: "较晚的版本对任何人的应扣合计均不高于较早的版本",
  },
  bound: {
    en: "the part of the bonus, 0 to 1; default: the cap that the version declares",
    zh: "占奖金的比例（0至1），默认为该版本规定的上限",
  },
  ofOneCase: {
    en: "count what one case plans, as if nothing stood in the month already",
    zh: "只计一案的扣减，视当月尚无其他扣减",
  },
  timeLimit: {
    en: "seconds for each question to the solver, of which there are four at most",
    zh: "每次求解的时限（秒），最多求解四次",
  },
  out: { en: "write the certificate into this file", zh: "将证明书写入该文件" },
  force: { en: "write over the file where it is there already", zh: "文件已存在时覆盖" },
  json: { en: "print the certificate as JSON", zh: "以JSON输出证明书" },
  more: {
    en: "Exit code 0 where it is proved, 2 where it is refuted, 4 where it is neither.",
    zh: "已证明时退出码为0，已推翻时为2，未能判定时为4。",
  },
} as const satisfies Record<string, LocalizedText>;

/** What the command says of a certificate. */
export const PROOF_SAYS = {
  answer: {
    proved: { en: "proved", zh: "已证明" },
    refuted: { en: "refuted", zh: "已推翻" },
    "not-decided": { en: "not decided", zh: "未能判定" },
  },
  case: {
    en: "the case, as the engine decides it:",
    zh: "相应案件（经核算程序确认）：",
  },
  approximated: { en: "looked at more widely than the engine does:", zh: "以下部分的考察范围大于核算程序：" },
  solver: (name: string, version: string, sha256: string): LocalizedText => ({
    en: `${name} ${version}, asked text ${sha256}`,
    zh: `${name} ${version}，求解文本为${sha256}`,
  }),
  colon: { en: ": ", zh: "：" },
} as const satisfies Record<string, unknown>;
