import type { EvaluateRequest, LocalizedText, Outcome } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { Model } from "./model.ts";
import type { Term } from "./terms.ts";
import type { World } from "./world.ts";

/** What a month is held against. */
export type CapBound = {
  /** The part of the bonus, 0 to 1; default: the version's own cap. */
  readonly boundRate?: number;
  /** Counts what one case plans, as if nothing stood in the month; default: it counts with everything that may stand there. */
  readonly ofOneCase?: boolean;
};

/** What is known of what is asked about besides its document. */
export type Asked = {
  /** Whether it is a draft, of `no-more-than` the later of the two: its number is not given yet, and nobody is told it. */
  readonly isDraft?: boolean;
};

/** What can be asked about every case at once. */
export type Question =
  /** No month takes more from anybody than a part of their bonus, by whatever this version plans. */
  | ({ readonly kind: "cap"; readonly version: LoadedVersion } & CapBound & Asked)
  /** No two rules of one priority, stage and scope say different things about the same matter in one case. */
  | ({ readonly kind: "unique"; readonly version: LoadedVersion } & Asked)
  /** Nobody is charged more under `after` than under `before`, the facts being the same. */
  | ({
      readonly kind: "no-more-than";
      readonly before: LoadedVersion;
      readonly after: LoadedVersion;
    } & Asked);

/** What the engine made of a case under one version. */
export type EngineOutcome = {
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly request: EvaluateRequest;
  readonly outcome: Outcome;
};

/** A case that the engine decides as the model has it: the answer to a question is no, whatever solver said so. */
export type ConfirmedCase = {
  /** What is the matter with it, in a sentence. */
  readonly finding: LocalizedText;
  /** RFC 3339. */
  readonly evaluatedAt: string;
  /** One for each version of the question, in its order. */
  readonly outcomes: readonly EngineOutcome[];
};

/** A question as a text with what would contradict it. */
export type Posed = {
  readonly world: World;
  /** As the question names them: one, or the one before and the one after. */
  readonly versions: readonly LoadedVersion[];
  readonly claim: LocalizedText;
  /** Holds of every case in which the claim does not. */
  readonly violation: Term;
  /** The case that a model of one party describes, decided by the engine; `undefined` where it does not contradict the claim. */
  readonly confirm: (model: Model) => ConfirmedCase | undefined;
};
