import { type LocalizedText, quote } from "@evenhand/domain";

/** The database was written by a newer program, whose tables this one does not know; nothing was changed. */
export class StoreTooNew extends Error {
  readonly text: LocalizedText;

  constructor(migration: string) {
    const text = tooNewText(quote(migration));
    super(text.en);
    this.name = "StoreTooNew";
    this.text = text;
  }
}

function tooNewText(shown: string): LocalizedText {
  return {
    en: `the database is newer than this program, which does not know ${shown}; start the newer program, or give it a backup made before the upgrade`,
    zh: `数据库比本程序新，本程序不认识${shown}；请启动新版程序，或改用升级前的备份`,
  };
}
