import { type Line, type Reply, sendOrder } from "../client.ts";
import { type Sent, answerOf } from "../kept/sent.ts";
import type { Order } from "../order.ts";

type Load = {
  /** How many clients send at once, each one order after the other. */
  readonly writers: number;
  readonly nextOrder: () => Order;
  /** Is called with the first answer. */
  readonly onAnswer: () => void;
};

/** What clients sent until the server was gone, and what they were answered other than that it was recorded. */
export type Loaded = { readonly sent: readonly Sent[]; readonly refused: readonly string[] };

/** Lets clients send orders until their connections end. */
export async function loadUntilGone(line: Line, { writers, nextOrder, onAnswer }: Load): Promise<Loaded> {
  const sent: Sent[] = [];
  const refused: string[] = [];
  const write = async (): Promise<void> => {
    for (;;) {
      const order = nextOrder();
      const reply = await replyTo(line, order);
      sent.push({ order, answer: reply?.status === 201 ? answerOf(reply.text) : undefined });
      if (reply === undefined) return;
      if (sent.length === 1) onAnswer();
      if (reply.status !== 201)
        refused.push(`${order.reference} was answered ${reply.status}: ${reply.text}`);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { sent, refused };
}

/** `undefined` where the connection ended before the whole answer was there. */
async function replyTo(line: Line, order: Order): Promise<Reply | undefined> {
  try {
    return await sendOrder(line, order);
  } catch {
    return undefined;
  }
}
