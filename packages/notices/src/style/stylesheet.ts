import { PAGE_STYLE } from "./page.ts";
import { PARTS_STYLE } from "./parts.ts";
import { TABLE_STYLE } from "./tables.ts";

/** The style of every document of this package, as it is served at `STYLESHEET_PATH`. */
export const NOTICE_STYLESHEET = PAGE_STYLE + PARTS_STYLE + TABLE_STYLE;
