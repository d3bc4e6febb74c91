export {
  FONT_PACKAGE,
  FONT_PACKAGE_STYLESHEET,
  type FontAssets,
  type FontFile,
  fontAssets,
} from "./assets/font-assets.ts";
export {
  DOCUMENT_CONTENT_POLICY,
  FONT_FOLDER_PATH,
  FONT_STYLESHEET_PATH,
  STYLESHEET_PATH,
} from "./assets/paths.ts";
export { fontFilesFor, standalone } from "./assets/standalone.ts";
export type { StyleLinks } from "./html/document.ts";
export type { AnnouncedDecision, AnnouncementInput } from "./announcement/announcement-input.ts";
export { type AnnouncedLine, announcedLines } from "./announcement/announced-lines.ts";
export { renderAnnouncement } from "./announcement/render-announcement.ts";
export { type NoticeInput, type OwnAppeal, noticeParties } from "./notice/notice-input.ts";
export { renderNotice } from "./notice/render-notice.ts";
export type { Names } from "./shared/naming.ts";
export type {
  StatementAccount,
  StatementEntry,
  StatementInput,
  StatementMonth,
} from "./statement/statement-input.ts";
export { renderStatement } from "./statement/render-statement.ts";
export {
  type ReportInput,
  type ReportSection,
  type ReportTable,
  renderReport,
} from "./report/render-report.ts";
export { NOTICE_STYLESHEET } from "./style/stylesheet.ts";
