import { type Order, drawPeople, orderOf, peopleOf } from "../../faults/order.ts";
import { randomFrom } from "../random.ts";

const SEED = 1;
/** So many that nobody is charged so often that it tells in the times, and two writers seldom meet. */
const PEOPLE = 2_000;

/** Gives one order after the other, of one or two people each. */
export function orderMaker(): () => Order {
  const random = randomFrom(SEED);
  const people = peopleOf(PEOPLE);
  let made = 0;
  return () => orderOf(`C-${(made += 1)}`, drawPeople(people, random));
}

/** Lets so many writers work off a round between them. */
export async function shareOut(
  count: number,
  writers: number,
  work: (writer: number) => Promise<void>,
): Promise<number> {
  let left = count;
  const write = async (writer: number): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work(writer);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return count;
}
