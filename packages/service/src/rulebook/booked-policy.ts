import type { Diagnostic, PolicyVersion } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";

/** One version that can be decided under. */
export type BookedVersion = {
  readonly version: PolicyVersion;
  readonly loaded: LoadedVersion;
  /** What validation noted without keeping the version out. */
  readonly warnings: readonly Diagnostic[];
  /** The last day before a higher version takes over, `YYYY-MM-DD`; null where none follows. */
  readonly effectiveUntil: string | null;
};

export type BookedPolicy = {
  readonly id: string;
  /** Ascending by number. */
  readonly versions: readonly BookedVersion[];
  /** Files of this policy that are not used; `version` is known where the file's name tells it. */
  readonly keptOut: readonly { readonly path: string; readonly version: number | undefined }[];
};
