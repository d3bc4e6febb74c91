import { EVENT_PLACES, type EventType, type Policy } from "@evenhand/domain";
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type JsonObject, fieldsOf } from "../../../../document/pointer.ts";
import { eventFields } from "./event-fields.ts";

const RULES = new URL("../../../../../../../rules/", import.meta.url);

const EVENTS = globSync("*/v*.json", { cwd: RULES }).flatMap((file) =>
  (JSON.parse(readFileSync(new URL(file, RULES), "utf8")) as Policy).rules.map(({ id, rule: { event } }) => ({
    name: `${file} ${id}`,
    type: event.type,
    params: event.params as unknown as JsonObject,
  })),
);

describe("the fields of an event", () => {
  it("show every parameter of every rule of the sample policies", () => {
    expect(EVENTS.length).toBeGreaterThan(100);
    const unshown = EVENTS.flatMap(({ name, type, params }) => {
      const shown = eventFields(type, params).map((field) => field.name);
      return Object.keys(params)
        .filter((param) => !shown.includes(param))
        .map((param) => `${name}: ${param}`);
    });
    expect(unshown).toEqual([]);
  });

  it("are there for every type that has any", () => {
    const without = (Object.keys(EVENT_PLACES) as readonly EventType[]).filter(
      (type) => eventFields(type, {}).length === 0,
    );
    expect(without).toEqual(["suspend"]);
  });

  it("know what is needed, what may be chosen, and what may be named", () => {
    expect(eventFields("fine", {}).slice(0, 2)).toMatchObject([
      { name: "amount", kind: "value", isRequired: true, types: ["money"] },
      { name: "times", kind: "value", isRequired: false, types: ["integer"] },
    ]);
    expect(eventFields("disposition", {})[0]).toMatchObject({
      kind: "choice",
      choices: ["upheld", "not-upheld", "out-of-scope", "referred", "pending", "refused"],
    });
  });

  it("are those of the form that an event has", () => {
    const names = (params: JsonObject) => eventFields("deduct", params).map(({ name }) => name);
    expect(names({ of: "share" })).toEqual(["of"]);
    expect(names({ of: "bonus" })).toEqual(["of", "months", "on"]);
    expect(names({ of: "grade" })).toEqual(["of", "rates"]);
    expect(fieldsOf({ ...eventFields("deduct", {})[0] } as JsonObject)["choices"]).toEqual([
      "share",
      "bonus",
      "grade",
    ]);
  });

  it("count a deadline in its own unit", () => {
    const within = eventFields("due", { unit: "hours" }).find(({ name }) => name === "within");
    expect(within?.types).toEqual(["hours"]);
  });
});
