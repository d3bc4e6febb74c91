import { type LocalizedText, quote } from "@evenhand/domain";

/** A reason of our own why a file is not taken, said so that it can stand behind a colon. */
export class NotTaken extends Error {
  readonly text: LocalizedText;

  constructor(text: LocalizedText) {
    super(text.en);
    this.name = "NotTaken";
    this.text = text;
  }
}

/**
 * A file or folder that could not be read, said for people in both languages; `cause` is what was thrown.
 *
 * A file that is not there reads `` `case.json` cannot be read: there is no such file ``.
 */
export class Unreadable extends Error {
  readonly text: LocalizedText;

  constructor(path: string, cause: unknown) {
    const text = unreadableText(path, reasonOf(cause));
    super(text.en, { cause });
    this.name = "Unreadable";
    this.text = text;
  }
}

/** The end of a path tells more than its beginning. */
const LONGEST_PATH = 60;

function unreadableText(path: string, reason: LocalizedText): LocalizedText {
  const shown = quote(path.length > LONGEST_PATH ? `…${path.slice(1 - LONGEST_PATH)}` : path);
  return { en: `${shown} cannot be read: ${reason.en}`, zh: `无法读取${shown}：${reason.zh}` };
}

const NO_SUCH_FILE: LocalizedText = { en: "there is no such file", zh: "文件不存在" };
const NOT_ALLOWED: LocalizedText = { en: "its permissions do not allow it", zh: "没有读取权限" };

const REASONS: Readonly<Record<string, LocalizedText>> = {
  ENOENT: NO_SUCH_FILE,
  ENOTDIR: NO_SUCH_FILE,
  ENAMETOOLONG: { en: "its name is too long", zh: "文件名过长" },
  ELOOP: { en: "its links lead in a circle", zh: "链接循环" },
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EISDIR: { en: "it is a folder", zh: "这是文件夹，不是文件" },
  ERR_ENCODING_INVALID_ENCODED_DATA: { en: "it is not valid UTF-8", zh: "内容不是有效的UTF-8" },
};

function reasonOf(cause: unknown): LocalizedText {
  if (cause instanceof NotTaken) return cause.text;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const shown = quote(code === "" ? String(cause) : code);
  return REASONS[code] ?? { en: `the system says ${shown}`, zh: `系统报告${shown}` };
}
