import { posix } from "node:path";
import type { LayoutRule } from "./breach.ts";
import { isRelative, moduleReferences } from "./imports.ts";
import { workspaceOf } from "./source-file.ts";

/** A package is entered by its name alone, and a relative import stays in the workspace it is written in. */
export const oneDoor: LayoutRule = (file) =>
  moduleReferences(file).flatMap(({ specifier, line }) => {
    const behindTheDoor = /^(@evenhand\/[^/]+)\/./.exec(specifier)?.[1];
    if (behindTheDoor !== undefined) {
      return {
        path: file.path,
        line,
        reason: `\`${specifier}\` reaches past the door of its package`,
        mend: `import from \`${behindTheDoor}\`, and export what is needed from its \`src/index.ts\``,
      };
    }
    const target = posix.join(posix.dirname(file.path), specifier);
    if (!isRelative(specifier) || workspaceOf(target) === file.workspace) return [];
    return {
      path: file.path,
      line,
      reason: `\`${specifier}\` leaves ${file.workspace ? `\`${file.workspace}\`` : "the folders outside the workspaces"}`,
      mend: "import a package by its name, `@evenhand/…`",
    };
  });
