import type { LocalizedText } from "@evenhand/domain";

/** A database that was to be read only lacks tables that this program reads; nothing was changed. */
export class StoreTooOld extends Error {
  readonly text: LocalizedText;

  constructor({ isOurs }: { readonly isOurs: boolean }) {
    const text = isOurs ? OLDER : NONE_OF_OURS;
    super(text.en);
    this.name = "StoreTooOld";
    this.text = text;
  }
}

const OLDER: LocalizedText = {
  en: "the database is older than this program; a start of the service brings it up to date, or use the program that made it",
  zh: "数据库比本程序旧；启动一次服务即可升级，或改用当时的程序",
};

const NONE_OF_OURS: LocalizedText = {
  en: "this is no database of Evenhand",
  zh: "这不是Evenhand的数据库",
};
