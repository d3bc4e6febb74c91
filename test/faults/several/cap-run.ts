import { openStore } from "@evenhand/store";
import { type Random, randomFrom } from "../../bench/random.ts";
import { type Line, sendUntilAnswered } from "../client.ts";
import type { ServedDatabase } from "../databases.ts";
import { type Sent, answerOf } from "../kept/sent.ts";
import { CAP_MINOR, type Order, drawPeople, orderOf, peopleOf } from "../order.ts";
import { watchLedgers } from "./watch.ts";

export type CapSize = {
  /** How many clients send at once, spread over the servers. */
  readonly writers: number;
  /** How many decisions each of them has recorded. */
  readonly decisions: number;
  /** How many people they charge. */
  readonly people: number;
  readonly seed: number;
};

export type CapReport = {
  readonly sent: readonly Sent[];
  readonly snapshots: number;
  readonly tookMs: number;
  readonly problems: readonly string[];
};

/**
 * Lets many clients record decisions on the same few people through several servers, while somebody else reads the
 * ledgers: every request must be answered 201, and no state in between may break a cap or an identity.
 */
export async function capRun(
  { place }: ServedDatabase,
  lines: readonly Line[],
  { writers, decisions, people, seed }: CapSize,
): Promise<CapReport> {
  const store = await openStore(place);
  try {
    const begun = performance.now();
    const random = randomFrom(seed);
    const company = peopleOf(people);
    const writing = Promise.all(
      Array.from({ length: writers }, (_, writer) =>
        writeAll(lines[writer % lines.length] as Line, ordersOf(writer, { decisions, company, random })),
      ),
    );
    const { snapshots, breaks } = await watchLedgers(store, { capMinor: CAP_MINOR, until: writing });
    const written = await writing;
    const tookMs = performance.now() - begun;
    const sent = written.flatMap((one) => one.sent);
    const refused = written.flatMap((one) => one.refused);
    return { sent, snapshots, tookMs, problems: [...refused, ...breaks] };
  } finally {
    await store.close();
  }
}

function* ordersOf(
  writer: number,
  given: { readonly decisions: number; readonly company: readonly string[]; readonly random: Random },
): Generator<Order> {
  for (let number = 1; number <= given.decisions; number += 1)
    yield orderOf(`W${writer}-${number}`, drawPeople(given.company, given.random));
}

type Written = { readonly sent: readonly Sent[]; readonly refused: readonly string[] };

async function writeAll(line: Line, orders: Iterable<Order>): Promise<Written> {
  const sent: Sent[] = [];
  const refused: string[] = [];
  for (const order of orders) {
    const { status, text } = await sendUntilAnswered(line, order);
    sent.push({ order, answer: status === 201 ? answerOf(text) : undefined });
    if (status !== 201) refused.push(`${order.reference} was answered ${status}: ${text}`);
  }
  return { sent, refused };
}
