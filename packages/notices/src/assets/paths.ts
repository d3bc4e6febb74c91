/** Where the service serves what a document needs; everything below it is the same for everybody and holds no data. */
export const STYLESHEET_PATH = "/assets/notice.css";
/** The files of the font stand beside its style sheet. */
export const FONT_FOLDER_PATH = "/assets/fonts/noto-sans-sc/";
export const FONT_STYLESHEET_PATH = `${FONT_FOLDER_PATH}font.css`;

/** The content security policy that a document needs: its own style sheets and font, and nothing else. */
export const DOCUMENT_CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
