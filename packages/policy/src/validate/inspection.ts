import type { Guard } from "@evenhand/domain";
import type { Draft } from "./draft.ts";
import type { Names } from "./names.ts";
import type { Report } from "./report.ts";

/** What a policy may refer to outside itself. */
export type ValidationContext = {
  readonly guards: ReadonlyMap<string, Guard>;
  readonly calendars: ReadonlySet<string>;
};

/** One policy being looked over: what can be read of it, what can be named in it, and where findings go. */
export type Inspection = {
  readonly draft: Draft;
  readonly names: Names;
  readonly context: ValidationContext;
  readonly report: Report;
};
