import { STATUS_CODES } from "node:http";
import type { LocalizedText } from "@evenhand/domain";
import { type ProblemDocument, type ServiceCode, problemDocument } from "@evenhand/service";
import { PROBLEM_MEDIA_TYPE } from "../http/problem.ts";
import { securityHeaders } from "../http/security-headers.ts";

/** An answer to what never became a request: nobody knows its language, its path or its id. */
export type BareProblem = {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type BareCode =
  | Extract<ServiceCode, "malformed-request" | "incomplete-body" | "request-timeout" | "headers-too-large">
  | "method-not-allowed";

/** What each code says where nothing is known of the request. */
export const BARE_MESSAGES: Readonly<Record<BareCode, LocalizedText>> = {
  "malformed-request": {
    en: "what was sent is not a request of HTTP/1.1",
    zh: "所收到的内容不是有效的HTTP/1.1请求",
  },
  "incomplete-body": { en: "the body broke off before its end", zh: "请求内容在传输结束前中断" },
  "request-timeout": { en: "the request was not complete in time", zh: "请求未能及时传输完毕" },
  "headers-too-large": { en: "the headers of the request are too large", zh: "请求头过大" },
  "method-not-allowed": { en: "this service is no proxy", zh: "本服务不是代理服务器" },
};

export function bareProblem(
  code: BareCode,
  { requestId, servedOverHttps }: { readonly requestId: string; readonly servedOverHttps: boolean },
): BareProblem {
  const document = problemDocument([{ code, at: "", message: BARE_MESSAGES[code] }], {
    language: "en",
    instance: requestId,
  });
  return {
    document,
    headers: {
      ...securityHeaders({ servedOverHttps }),
      "Content-Type": PROBLEM_MEDIA_TYPE,
      "Content-Language": "en",
      "X-Request-Id": requestId,
    },
    body: JSON.stringify(document),
  };
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
