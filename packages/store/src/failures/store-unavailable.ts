import type { LocalizedText } from "@evenhand/domain";

/** What keeps a database from being used. */
export type StoreTrouble = "full" | "unreachable" | "busy" | "failing" | "read-only" | "damaged" | "closed";

/**
 * The database cannot be used at the moment; `cause` is what was thrown. Nothing of the transaction was kept, save where
 * the connection was lost while it was being kept: whether it was, only the database knows. The store needs no restart:
 * it works again as soon as the trouble is over.
 */
export class StoreUnavailable extends Error {
  readonly trouble: StoreTrouble;
  readonly text: LocalizedText;

  constructor(trouble: StoreTrouble, cause?: unknown) {
    super(TEXTS[trouble].en, { cause });
    this.name = "StoreUnavailable";
    this.trouble = trouble;
    this.text = TEXTS[trouble];
  }
}

const TEXTS: Readonly<Record<StoreTrouble, LocalizedText>> = {
  full: { en: "the disk of the database is full", zh: "数据库所在磁盘已满" },
  unreachable: { en: "the database cannot be reached", zh: "无法连接数据库" },
  busy: { en: "the database is busy with other work", zh: "数据库正忙" },
  failing: { en: "the disk of the database reports errors", zh: "数据库所在磁盘出现读写错误" },
  "read-only": { en: "the database does not let itself be written to", zh: "数据库不允许写入" },
  damaged: { en: "the database cannot be read; it may be damaged", zh: "数据库无法读取，可能已损坏" },
  closed: { en: "the database is closed, since the service is stopping", zh: "服务正在停止，数据库已关闭" },
};
