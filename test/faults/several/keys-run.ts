import { randomFrom } from "../../bench/random.ts";
import { type Line, type Reply, sendOrder } from "../client.ts";
import { type Sent, answerOf } from "../kept/sent.ts";
import { type Order, drawPeople, orderOf, peopleOf } from "../order.ts";

export type KeysSize = {
  readonly keys: number;
  /** The most copies of a request that are under way at once; from 2 up. */
  readonly duplicates: number;
  /** How many keys are being worked on at once. */
  readonly atOnce: number;
  readonly people: number;
  readonly seed: number;
  /** What the references of the cases begin with; default: `K`. */
  readonly prefix?: string;
};

export type KeysReport = {
  readonly sent: readonly Sent[];
  readonly requests: number;
  /** How many were told to come again, since the first request with their key was still running. */
  readonly toldToWait: number;
  readonly tookMs: number;
  readonly problems: readonly string[];
};

/**
 * Sends every order several times at once, its copies to different servers: all copies must get the same bytes, and
 * another body under the key must be refused.
 */
export async function keysRun(
  lines: readonly Line[],
  { keys, duplicates, atOnce, people, seed, prefix = "K" }: KeysSize,
): Promise<KeysReport> {
  const begun = performance.now();
  const random = randomFrom(seed);
  const company = peopleOf(people);
  const orders = Array.from({ length: keys }, (_, index) =>
    orderOf(`${prefix}-${index + 1}`, drawPeople(company, random)),
  );
  const copies = orders.map(() => 2 + random.below(duplicates - 1));
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < orders.length; index = next++)
      results.push(await sendCopies(lines, orders[index] as Order, copies[index] ?? 2));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const tookMs = performance.now() - begun;
  return {
    sent: results.map((result) => result.sent),
    requests: copies.reduce((sum, count) => sum + count, 0),
    toldToWait: results.reduce((sum, result) => sum + result.toldToWait, 0),
    tookMs,
    problems: results.flatMap((result) => result.problems),
  };
}

type Result = {
  readonly sent: Sent;
  readonly toldToWait: number;
  readonly problems: readonly string[];
};

async function sendCopies(lines: readonly Line[], order: Order, copies: number): Promise<Result> {
  const replies = await Promise.all(
    Array.from({ length: copies }, (_, copy) => replyAtLast(lines[copy % lines.length] as Line, order)),
  );
  const other = await sendOrder(lines[0] as Line, {
    ...order,
    body: order.body.replace("says 42", "says 43"),
  });
  const texts = new Set(replies.map(({ reply }) => reply.text));
  const [first] = replies;
  const unlike = replies.filter(({ reply }) => reply.status !== 201);
  return {
    sent: { order, answer: first?.reply.status === 201 ? answerOf(first.reply.text) : undefined },
    toldToWait: replies.reduce((sum, { toldToWait }) => sum + toldToWait, 0),
    problems: [
      ...unlike.map(({ reply }) => `${order.reference} was answered ${reply.status}: ${reply.text}`),
      ...replies.flatMap(({ problems }) => problems),
      ...(texts.size === 1 ? [] : [`${order.reference} was answered in ${texts.size} ways`]),
      ...(other.status === 422 && other.code === "idempotency-key-reused"
        ? []
        : [`${order.reference} with another body was answered ${other.status}: ${other.text}`]),
    ],
  };
}

type ReplyAtLast = {
  readonly reply: Reply;
  readonly toldToWait: number;
  readonly problems: readonly string[];
};

/** Comes again as long as it is told to. A client would wait as long as `Retry-After` says; here there is no time. */
async function replyAtLast(line: Line, order: Order): Promise<ReplyAtLast> {
  const problems: string[] = [];
  for (let toldToWait = 0; ; toldToWait += 1) {
    const reply = await sendOrder(line, order);
    if (reply.code !== "still-running") return { reply, toldToWait, problems };
    if (reply.status !== 409 || reply.retryAfter === null)
      problems.push(`${order.reference} was told to wait with ${reply.status} and \`${reply.retryAfter}\``);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
