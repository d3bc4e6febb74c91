import {
  type DerivedFact,
  type DerivedKind,
  EVENT_PLACES,
  type EventOf,
  type EventType,
  type Policy,
  isFactName,
  isIdentifier,
} from "@evenhand/domain";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { SAMPLE_POLICY } from "../validate/sample-policy.ts";
import { EVENT_PARAMETERS } from "./event.ts";
import { policySchema } from "./policy-schema.ts";
import { factName, identifier } from "./text.ts";

type Output = z.output<typeof policySchema>;
type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;
type Fields<T> = T extends unknown ? keyof T : never;
type Member<T> = T[keyof T];
/** The keys under which two records of one set of keys do not hold the same. */
type Unlike<A, B extends A | Record<keyof A, unknown>> = {
  [Key in keyof A]: [A[Key], B[Key]] extends [B[Key], A[Key]] ? never : Key;
}[keyof A];

type SaidBySchema = Output["rules"][number]["rule"]["event"];
type DerivedInSchema = Member<NonNullable<NonNullable<Output["derived"]>["case"]>>;

describe("the schema of a policy", () => {
  it("gives policies, and takes every policy there is", () => {
    expectTypeOf<Output>().toExtend<Policy>();
    expectTypeOf<Writable<Policy>>().toExtend<Output>();
    expect(policySchema.parse(SAMPLE_POLICY)).toEqual(SAMPLE_POLICY);
  });

  it("has no field more than the types and none less", () => {
    expectTypeOf<Fields<Output>>().toEqualTypeOf<Fields<Policy>>();
    expectTypeOf<Fields<Output["rules"][number]>>().toEqualTypeOf<Fields<Policy["rules"][number]>>();
    expectTypeOf<Fields<Member<Output["tables"]>>>().toEqualTypeOf<Fields<Member<Policy["tables"]>>>();
    expectTypeOf<Fields<Member<Output["parameters"]>>>().toEqualTypeOf<
      Fields<Member<Policy["parameters"]>>
    >();
    expectTypeOf<Fields<Member<Output["facts"]["case"]>>>().toEqualTypeOf<
      Fields<Member<Policy["facts"]["case"]>>
    >();
    expectTypeOf<Fields<Output["examples"][number]>>().toEqualTypeOf<Fields<Policy["examples"][number]>>();
    // `suspend` has no parameters, which zod writes as a record of nothing.
    type OfEvents<Said extends { readonly params: unknown }> = {
      [Type in Exclude<EventType, "suspend">]: Fields<Extract<Said, { readonly type: Type }>["params"]>;
    };
    expectTypeOf<Unlike<OfEvents<SaidBySchema>, OfEvents<EventOf<EventType>>>>().toBeNever();
    type OfDerived<Derived> = {
      [Kind in Exclude<DerivedKind, SharedKinds>]: Fields<Extract<Derived, { readonly kind: Kind }>>;
    };
    expectTypeOf<Unlike<OfDerived<DerivedInSchema>, OfDerived<DerivedFact>>>().toBeNever();
    expect(Object.keys(policySchema.shape)).toContain("examples");
  });

  it("knows every event", () => {
    const types = Object.keys(EVENT_PLACES) as EventType[];
    expect(Object.keys(EVENT_PARAMETERS).toSorted()).toEqual(types.toSorted());
    expect(EVENT_PARAMETERS.deduct).toEqual(["of", "months", "on", "rates"]);
  });

  it("takes for ids and names what the domain takes for them", () => {
    const texts = [
      "a",
      "close-in-7-days",
      "7",
      "7-days",
      "a--b",
      "-a",
      "a-",
      "Close",
      "lossAmount",
      "lossamount",
      "loss_amount",
      "",
      "x".repeat(64),
      "x".repeat(65),
    ];
    expect(texts.filter((text) => identifier.safeParse(text).success)).toEqual(texts.filter(isIdentifier));
    expect(texts.filter((text) => factName.safeParse(text).success)).toEqual(texts.filter(isFactName));
  });
});

/** Kinds that one member of the domain's type covers together, which `Extract` does not find one by one. */
type SharedKinds =
  | "days-between"
  | "hours-between"
  | "minutes-between"
  | "sum"
  | "maximum"
  | "first-known"
  | "greatest";
