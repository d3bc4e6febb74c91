import { parseSync, type ESTree } from "vite";

/** A parsed TypeScript or JavaScript file, as the layout rules see it. */
export interface SourceFile {
  /** Path from the project's folder, with `/` on every system. */
  readonly path: string;
  /** The workspace the file belongs to, such as `packages/domain`; empty for everything outside of them. */
  readonly workspace: string;
  readonly isTest: boolean;
  readonly lineCount: number;
  readonly program: ESTree.Program;
  /** The text of the comment that opens the file, empty if it opens with code. */
  readonly openingComment: string;
  readonly parseErrors: readonly string[];
  readonly lineAt: (offset: number) => number;
}

export function parseSourceFile({ path, text }: { path: string; text: string }): SourceFile {
  const { program, comments, errors } = parseSync(path, text);
  const firstStatement = program.body[0]?.start ?? text.length;
  const opening = comments[0];
  return {
    path,
    workspace: workspaceOf(path),
    isTest: /\.test\.tsx?$/.test(path),
    lineCount: text.replace(/\n$/, "").split("\n").length,
    program,
    openingComment: opening && opening.start < firstStatement ? opening.value.trim() : "",
    parseErrors: errors.map((error) => error.message),
    lineAt: lineFinder(text),
  };
}

export function workspaceOf(path: string): string {
  return /^(?:packages|apps)\/[^/]+/.exec(path)?.[0] ?? "";
}

function lineFinder(text: string): (offset: number) => number {
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1)];
  return (offset) => {
    const next = lineStarts.findIndex((start) => start > offset);
    return next === -1 ? lineStarts.length : next;
  };
}
