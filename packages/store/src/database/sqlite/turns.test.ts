import { expect, it } from "vitest";
import { Turns } from "./turns.ts";

it("turns are taken by no more than may, and given on in the order they were asked for", async () => {
  const turns = new Turns(2);
  const order: string[] = [];
  const take = async (name: string) => {
    await turns.take();
    order.push(name);
  };
  const all = Promise.all(["a", "b", "c", "d"].map(take));
  await Promise.resolve();
  await Promise.resolve();
  expect(order).toEqual(["a", "b"]);
  turns.give();
  turns.give();
  await all;
  expect(order).toEqual(["a", "b", "c", "d"]);
  turns.give();
  turns.give();
  await take("e");
  expect(order).toEqual(["a", "b", "c", "d", "e"]);
});
