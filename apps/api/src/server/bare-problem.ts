import { STATUS_CODES } from "node:http";
import type { LocalizedText } from "@evenhand/domain";
import { type ProblemDocument, type ServiceCode, problemDocument } from "@evenhand/service";
import { PROBLEM_MEDIA_TYPE } from "../http/problem.ts";
import { securityHeaders } from "../http/security-headers.ts";

/** An answer to what never became a request: nobody knows its language, so that it is given in both. */
export type BareProblem = {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type BareCode =
  | Extract<ServiceCode, "malformed-request" | "incomplete-body" | "request-timeout" | "headers-too-large">
  | "method-not-allowed";

/** What can be wrong where nothing is known of the request, and what is said of it. */
export const BARE_PROBLEMS = {
  "malformed-request": {
    code: "malformed-request",
    at: "",
    message: {
      en: "what was sent is not a request of HTTP/1.1",
      zh: "所收到的内容不是有效的HTTP/1.1请求",
    },
  },
  "raw-address": {
    code: "malformed-request",
    at: "",
    message: {
      en: "the address holds characters that must be percent-encoded, such as Chinese ones",
      zh: "地址中含有须经百分号编码的字符，例如汉字",
    },
    help: {
      en: "write `投诉` as `%E6%8A%95%E8%AF%89`; with curl, `--url-query` does so",
      zh: "请将`投诉`写成`%E6%8A%95%E8%AF%89`；使用curl时可用`--url-query`自动编码",
    },
  },
  "incomplete-body": {
    code: "incomplete-body",
    at: "",
    message: { en: "the body broke off before its end", zh: "请求内容在传输结束前中断" },
  },
  "request-timeout": {
    code: "request-timeout",
    at: "",
    message: { en: "the request was not complete in time", zh: "请求未能及时传输完毕" },
  },
  "headers-too-large": {
    code: "headers-too-large",
    at: "",
    message: { en: "the headers of the request are too large", zh: "请求头过大" },
  },
  "method-not-allowed": {
    code: "method-not-allowed",
    at: "",
    message: { en: "this service is no proxy", zh: "本服务不是代理服务器" },
  },
} as const satisfies Readonly<Record<string, BareSaying>>;

export type BareKind = keyof typeof BARE_PROBLEMS;

type BareSaying = {
  readonly code: BareCode;
  readonly at: "";
  readonly message: LocalizedText;
  readonly help?: LocalizedText;
};

export function bareProblem(
  kind: BareKind,
  { requestId, servedOverHttps }: { readonly requestId: string; readonly servedOverHttps: boolean },
): BareProblem {
  const document = inBothLanguages(BARE_PROBLEMS[kind], requestId);
  return {
    document,
    headers: {
      ...securityHeaders({ servedOverHttps }),
      "Content-Type": PROBLEM_MEDIA_TYPE,
      "Content-Language": "en, zh",
      "X-Request-Id": requestId,
    },
    body: JSON.stringify(document),
  };
}

function inBothLanguages(problem: BareSaying, instance: string): ProblemDocument {
  const [en, zh] = (["en", "zh"] as const).map((language) => problemDocument([both(problem)], { language }));
  if (!en || !zh) throw new Error("a problem is told in two languages");
  return { ...en, title: `${en.title} / ${zh.title}`, instance };
}

/** The same words in either language: both. */
function both({ message, help, ...problem }: BareSaying): BareSaying {
  const joined = ({ en, zh }: LocalizedText): LocalizedText => ({ en: `${en} / ${zh}`, zh: `${en} / ${zh}` });
  return { ...problem, message: joined(message), ...(help ? { help: joined(help) } : {}) };
}

/** The answer as it goes over the wire, for where there is no response object to write to. The connection ends with it. */
export function asHttpText({ document, headers, body }: BareProblem): string {
  const lines = [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status] ?? ""}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
