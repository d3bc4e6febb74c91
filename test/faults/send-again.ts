import { type Line, sendUntilAnswered } from "./client.ts";
import { type Sent, answerOf, digestOf } from "./kept/sent.ts";

export type SentAgain = { readonly sent: readonly Sent[]; readonly problems: readonly string[] };

const AT_ONCE = 8;

/**
 * Sends orders again, each under its key. Those that were acknowledged must get the same bytes; those that were not are
 * recorded now, unless they had been, and are acknowledged either way.
 */
export async function sendAgain(line: Line, before: readonly Sent[]): Promise<SentAgain> {
  const sent = [...before];
  const problems: string[] = [];
  let next = 0;
  const write = async (): Promise<void> => {
    for (let index = next++; index < before.length; index = next++) {
      const { order, answer } = before[index] as Sent;
      const { status, text } = await sendUntilAnswered(line, order);
      if (status !== 201) problems.push(`${order.reference}, sent again, was answered ${status}: ${text}`);
      else if (answer === undefined) sent[index] = { order, answer: answerOf(text) };
      else if (digestOf(text) !== answer.digest)
        problems.push(`${order.reference}, sent again, was answered otherwise`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  return { sent, problems };
}
