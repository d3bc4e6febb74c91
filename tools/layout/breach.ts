import type { SourceFile } from "./source-file.ts";

/** One place where the sources depart from the layout the project agreed on. */
export interface Breach {
  /** Path from the project's folder. */
  readonly path: string;
  readonly line: number;
  /** One sentence: what is wrong. */
  readonly reason: string;
  /** One sentence: what to do about it. */
  readonly mend: string;
}

/** A rule sees one file at a time and reports every breach in it. */
export type LayoutRule = (file: SourceFile) => readonly Breach[];
