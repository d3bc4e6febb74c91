import { isDeepStrictEqual } from "node:util";
import { type Block, blocksOf, readPage } from "../docs/markdown.ts";
import { type WrittenRequest, readCurl, wordsOf } from "./curl.ts";
import { differences, isText } from "./shown.ts";
import type { Exchange, Transcript } from "./transcript.ts";

/** What a page tells of one step: the request, a part of the file that it sends, the answer; any of them alone. */
type Telling = {
  readonly step: string;
  readonly line: number;
  readonly request?: WrittenRequest;
  /** A part of what `-d @name` names. */
  readonly file?: unknown;
  readonly answer?: { readonly status: number; readonly shown: unknown };
};

const BLOCK = /^(sh|json) story (\S+)(?: (\d{3}|file))?$/;

/** Everything that a page tells of the story, block by block. */
export function tellingsOf(text: string): readonly Telling[] {
  const blocks = blocksOf({ path: "", text }).flatMap((block) => {
    const [, form, step, more] = BLOCK.exec(block.info) ?? [];
    return step === undefined ? [] : [{ block, form, step, more }];
  });
  return [...Map.groupBy(blocks, ({ step }) => step)].map(([step, own]) => {
    const request = own.find(({ form }) => form === "sh");
    const file = own.find(({ more }) => more === "file");
    const answer = own.find(({ form, more }) => form === "json" && more !== "file");
    return {
      step,
      line: own[0]?.block.line ?? 0,
      ...(request ? { request: readCurl(request.block.text) } : {}),
      ...(file ? { file: valueIn(file.block) } : {}),
      ...(answer ? { answer: { status: Number(answer.more ?? 200), shown: valueIn(answer.block) } } : {}),
    };
  });
}

function valueIn({ text, line }: Block): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`line ${line}: no JSON`, { cause: error });
  }
}

export const API_PAGE = "docs/reference/api.md";

export function apiPage(): string {
  return readPage(API_PAGE).text;
}

/** Where a page tells of something else than what was sent and answered; nothing where all of it is so. */
export function untrue(text: string, transcript: Transcript): readonly string[] {
  const wrong = tellingsOf(text).flatMap((telling) => {
    const exchange = transcript.exchange(telling.step);
    const found = exchange ? wrongIn(telling, exchange, transcript) : ["there is no such step"];
    return found.map((what) => `line ${telling.line}, ${telling.step}: ${what}`);
  });
  return [...wrong, ...untrueCommands(text, transcript)];
}

const COMMAND = /^(sh|text) command (\S+)$/;
/** How somebody who has the project calls the program. */
const CALL = "npm run -s evenhand -- ";

/** The same of commands: what is typed, and what it says. */
function untrueCommands(text: string, transcript: Transcript): readonly string[] {
  return blocksOf({ path: "", text }).flatMap(({ info, text: shown, line }) => {
    const [, form, step = ""] = COMMAND.exec(info) ?? [];
    if (form === undefined) return [];
    const ran = transcript.ran(step);
    const at = `line ${line}, ${step}:`;
    if (!ran) return [`${at} there is no such command`];
    if (form === "text") return isText(shown, ran.said, transcript) ? [] : [`${at} it said ${ran.said}`];
    const words = wordsOf(shown.replace(CALL, "evenhand ")).map((word) => transcript.fill(word));
    return isDeepStrictEqual(words, ran.words) ? [] : [`${at} it was ${ran.words.join(" ")}`];
  });
}

function wrongIn(
  { request, answer, file }: Telling,
  exchange: Exchange,
  transcript: Transcript,
): readonly string[] {
  return [
    ...(request ? wrongRequest({ request, file }, exchange, transcript) : []),
    ...(answer && answer.status !== exchange.status ? [`the status was ${exchange.status}`] : []),
    ...(answer ? differences(answer.shown, exchange.answer, transcript) : []),
  ];
}

function wrongRequest(
  { request, file }: { readonly request: WrittenRequest; readonly file: unknown },
  exchange: Exchange,
  transcript: Transcript,
): readonly string[] {
  // Ids and hashes need no escaping, so names can be filled in before the text is read.
  const filled = JSON.parse(transcript.fill(JSON.stringify(request))) as WrittenRequest;
  const parts = (["who", "method", "path", "headers"] as const)
    .filter((part) => !isDeepStrictEqual(filled[part], exchange[part]))
    .map((part) => `${part} was ${JSON.stringify(exchange[part])}`);
  const { data } = filled;
  if (data?.startsWith("@") === true)
    return [...parts, ...differences(file ?? {}, exchange.body, transcript)];
  const written: unknown = data === undefined ? undefined : JSON.parse(data);
  const isSent = isDeepStrictEqual(written, exchange.body);
  return isSent ? parts : [...parts, `the body was ${JSON.stringify(exchange.body)}`];
}
