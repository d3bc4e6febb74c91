import { expect, it } from "vitest";
import { commandOf } from "./command-of.ts";

const ASKED = {
  policy: "complaint-fines",
  baseline: { version: 1, hash: "" },
  candidate: { version: 2, hash: "" },
  scope: [],
  groups: [],
};

it("names both versions, so that the same is run whatever is in force by then", () => {
  expect(commandOf(ASKED)).toBe(
    "evenhand simulate --policy complaint-fines --baseline 1 --candidate 2 --json",
  );
});

it("is one word to a shell, whatever stands in a value", () => {
  const scope = [{ fact: "site", values: ["north", "Bob's; rm -rf /", "苏州"] }];
  const asked = { ...ASKED, scope, groups: ["unit"], from: "2026-01-01", until: "2026-06-30" };
  expect(commandOf(asked)).toBe(
    "evenhand simulate --policy complaint-fines --baseline 1 --candidate 2 --from 2026-01-01 --to 2026-06-30 " +
      `--scope site=north 'site=Bob'\\''s; rm -rf /' 'site=苏州' --group unit --json`,
  );
});
