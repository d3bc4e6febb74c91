import type { Inspection } from "../validate/inspection.ts";
import type { Statement } from "../validate/statement.ts";

/** A policy that is looked at for what is allowed but probably not meant: what can be read of it, and all that it says. */
export type Linted = Inspection & {
  readonly statements: readonly Statement[];
  /** Whether every rule and table can be read, so that what none of them says is said by nobody. */
  readonly isWhole: boolean;
};

/** Looks for one kind of slip and reports each place where it finds it. */
export type LintRule = (linted: Linted) => void;
