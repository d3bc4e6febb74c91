import { type Diagnostic, type Problem, pointer, quote } from "@evenhand/domain";

/** About a file of rules: what is wrong with its document, or that it stands in another place than the document says. */
export type FileDiagnostic = Problem & { readonly severity: Diagnostic["severity"] };

/** What was found about one file of rules. `failure` is what was thrown where the fault is ours and not the file's. */
export type FileReport = {
  readonly path: string;
  readonly isUsed: boolean;
  readonly diagnostics: readonly FileDiagnostic[];
  readonly failure?: unknown;
};

export function unusable(path: string, diagnostics: readonly FileDiagnostic[]): FileReport {
  return { path, isUsed: false, diagnostics };
}

/** Which version a policy's file must hold, from its name alone; `undefined` where the name is none of a version. */
export function placeOf(path: string): { readonly id: string; readonly version: number | undefined } {
  const [id = "", name = ""] = path.split("/");
  const version = /^v([1-9]\d{0,8})\.json$/.exec(name)?.[1];
  return { id, version: version === undefined ? undefined : Number(version) };
}

export function misplaced(path: string, rightName: string, at: string = pointer()): FileDiagnostic {
  return {
    code: "misplaced-file",
    at,
    severity: "error",
    message: {
      en: `the file is called ${quote(path)}, but by what it holds it is ${quote(rightName)}`,
      zh: `文件名为${quote(path)}，按其内容应为${quote(rightName)}`,
    },
    help: { en: "rename the file, or correct the document", zh: "请更改文件名，或更正文档内容" },
  };
}

/** INVARIANT: nothing is decided under a document that is another than the one that was published. */
export function altered(path: string): FileDiagnostic {
  return {
    code: "altered-document",
    at: pointer(),
    severity: "error",
    message: {
      en: `what is stored as ${quote(path)} is not what was taken in: its hash is another`,
      zh: `存储的${quote(path)}与当初收录的内容不符：哈希值不同`,
    },
    help: { en: "restore the database from a backup", zh: "请从备份恢复数据库" },
  };
}
