import { expect, it } from "vitest";
import { keptExample } from "./kept-example.ts";

const request = (lossAmount: number) => ({
  case: { reference: "C", facts: { lossAmount }, parties: [] },
});

it("finds cases among the examples by what they ask, whatever ought to come out by now", () => {
  const settled = { id: "b", request: request(2), expect: { parties: [{ party: "P1", totalMinor: 5 }] } };
  const document = { examples: [{ id: "a", request: request(1) }, settled] };
  expect(keptExample(document, [request(2)])).toBe("/examples/1");
  expect(keptExample(document, [request(2), request(1)])).toBe("/examples/1");
});

it("finds nothing where one of the cases is no example, or there are none", () => {
  const document = { examples: [{ id: "a", request: request(1) }] };
  expect(keptExample(document, [request(1), request(3)])).toBeUndefined();
  expect(keptExample({}, [request(1)])).toBeUndefined();
  expect(keptExample(document, [])).toBeUndefined();
});
