import type { RecentCase } from "@evenhand/service";
import type { ExampleRun } from "../../../live/run-example.ts";
import type { NewExample } from "./example-list.ts";
import { asJson, expectationOf } from "./expectation.ts";

/** The id of an example that was a past case; further ones are numbered. */
export const PAST_CASE = "past-case";

/** An example that expects of a past case what just came out; nothing where it could not be decided. */
export function pastExample(
  one: RecentCase,
  run: ExampleRun | undefined,
  title: NewExample["title"],
): NewExample | undefined {
  if (!run?.outcome) return undefined;
  return {
    title,
    request: { case: asJson(one.case) },
    evaluatedAt: one.createdAt,
    expect: expectationOf(asJson(run.outcome)),
    reasons: run.standing,
  };
}
