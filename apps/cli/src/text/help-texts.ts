import type { LocalizedText } from "@evenhand/domain";

/** Everything `--help` says. */
export const HELP = {
  program: {
    en: "Computes what a complaint or an error at work costs whom, from policies that are data.",
    zh: "依据以数据表达的制度，计算投诉或工作差错由谁承担、承担多少。",
  },
  exitCodes: {
    en: [
      "Exit codes:",
      "  0  decided, or done",
      "  2  the outcome is `refused`: this may not be decided so; or what was verified does not hold,",
      "     or a probe found something",
      "  3  what was given cannot be used: a request, a policy with errors, an option",
      "  4  a decision could not be made again, since something it rested on is missing",
      "  1  our fault, or rules or a database that cannot be read",
      "Of many requests the worst counts: 1, then 3, then 2.",
    ].join("\n"),
    zh: [
      "退出码：",
      "  0  已核算，或已完成",
      "  2  结论为`refused`：不得作出如此处理；或核验不符，或排查有发现",
      "  3  所给内容无法使用：请求、有错误的制度、选项",
      "  4  所依据的内容缺失，无法重新核算",
      "  1  程序出错，或规则、数据库无法读取",
      "处理多条请求时取最严重的一个：依次为1、3、2。",
    ].join("\n"),
  },
  rules: { en: "the folder with the rules", zh: "规则所在的文件夹" },
  language: {
    en: "language of what is printed (zh, en); default: that of the terminal",
    zh: "输出语言（zh、en），默认与终端一致",
  },
  json: { en: "print JSON", zh: "输出JSON" },
  help: { en: "show this", zh: "显示本帮助" },
  version: { en: "show the version of the program", zh: "显示程序版本" },
  policy: { en: "the id of a policy", zh: "制度编号" },
  policyVersioned: {
    en: "a policy, or one version of it: `complaint-fines@2`",
    zh: "制度编号，可指定版本：`complaint-fines@2`",
  },

  evaluate: { en: "decide a case, or many", zh: "核算一件或多件案件" },
  evaluateMore: {
    en: [
      "Prints the response of the evaluation contract as JSON, one line each for --requests.",
      "A request that cannot be evaluated is answered with a problem document (RFC 9457) in the same place, and with a",
      "text to read on the error stream. With --explain there is only text.",
    ].join("\n"),
    zh: [
      "按核算接口的格式输出JSON；使用 --requests 时每条请求输出一行。",
      "无法核算的请求，在原处输出问题文档（RFC 9457），并在错误流中输出可读的说明。使用 --explain 时只输出文字。",
    ].join("\n"),
  },
  request: {
    en: "one request in a JSON file; `-` is standard input",
    zh: "含一条请求的JSON文件；`-`表示标准输入",
  },
  requests: {
    en: "many requests, one JSON object a line; `-` is standard input",
    zh: "含多条请求的文件，每行一个JSON对象；`-`表示标准输入",
  },
  explain: {
    en: "print the explanation to read (zh, en) instead of JSON",
    zh: "输出可读的说明（zh、en），代替JSON",
  },
  evaluator: {
    en: "which implementation answers for the rules: compiled, reference",
    zh: "由哪个规则实现作答：compiled、reference",
  },
  at: {
    en: "the moment of evaluation, RFC 3339; default: now",
    zh: "核算时刻，RFC 3339格式，默认为当前时刻",
  },
  policyVersion: { en: "decide under this version, whatever the dates say", zh: "按该版本核算，不论日期" },

  validate: { en: "list everything wrong or doubtful about policies", zh: "列出制度中的全部错误和疑点" },
  targets: {
    en: "files or policies (`complaint-fines`, `complaint-fines@2`); none: all rules",
    zh: "文件或制度（`complaint-fines`、`complaint-fines@2`）；不填则为全部规则",
  },
  probe: {
    en: "look for what a policy should never do: worse costs less, an undeclared step, a month above the cap",
    zh: "排查制度不应出现的情形：情节较重却扣得较少、未经规定的跳变、超过当月上限等",
  },
  probeTarget: {
    en: "a policy file, or a policy: `complaint-fines`, `complaint-fines@2`",
    zh: "制度文件，或制度编号：`complaint-fines`、`complaint-fines@2`",
  },
  seed: {
    en: "a whole number; the same one looks at the same cases",
    zh: "整数；相同的种子排查相同的案件",
  },
  alsoProtected: {
    en: "facts to be taken as protected besides those declared so, with commas between them",
    zh: "除已声明的以外，另作为受保护事实的名称，以逗号分隔",
  },
  read: { en: "read a policy as sentences", zh: "以文字通读一份制度" },
  diff: { en: "what changed between two versions", zh: "两个版本之间的变化" },
  before: { en: "the earlier version", zh: "较早的版本" },
  after: { en: "the later version", zh: "较晚的版本" },
  requirements: {
    en: "which facts a case needs, by which rules, with an example request",
    zh: "案件需要哪些事实、供哪些规则使用，并附请求示例",
  },
  exampleOnly: {
    en: "print only the example request, which can be evaluated as it stands",
    zh: "只输出请求示例，可直接用于核算",
  },
  policies: { en: "all policies with their versions", zh: "全部制度及其版本" },
  schema: { en: "the shape of a policy document, as JSON Schema", zh: "制度文档的结构（JSON Schema）" },
} as const satisfies Record<string, LocalizedText>;

/** The headings that the help puts over its parts. */
export const HEADINGS: Readonly<Record<string, LocalizedText>> = {
  "Usage:": { en: "Usage:", zh: "用法：" },
  "Arguments:": { en: "Arguments:", zh: "参数：" },
  "Options:": { en: "Options:", zh: "选项：" },
  "Commands:": { en: "Commands:", zh: "命令：" },
  "Global Options:": { en: "Global options:", zh: "通用选项：" },
};
