import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  FONT_FOLDER_PATH,
  FONT_PACKAGE_STYLESHEET,
  FONT_STYLESHEET_PATH,
  type FontFile,
  NOTICE_STYLESHEET,
  STYLESHEET_PATH,
  fontAssets,
} from "@evenhand/notices";

/** A file that documents need, the same for everybody. */
export type Asset = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly hash: string;
};

type Assets = {
  readonly version: string;
  readonly find: (path: string) => Asset | undefined;
};

let opened: Assets | undefined;

/**
 * What documents load, by the address that `packages/notices` gives it: the style sheet, and the bundled font with its
 * own. Read from disk once it is asked for, and kept.
 */
export function documentAssets(): Assets {
  return (opened ??= openAssets());
}

/**
 * Where documents find their style sheets: under an address that changes with what stands in them, so that browsers may
 * keep them for good.
 */
export function documentLinks(): { readonly stylesheetUrl: string; readonly fontUrl: string } {
  const { version } = documentAssets();
  return {
    stylesheetUrl: versioned(STYLESHEET_PATH, version),
    fontUrl: versioned(FONT_STYLESHEET_PATH, version),
  };
}

/** `/assets/notice.css` as `/assets/3f2a…/notice.css`. */
function versioned(path: string, version: string): string {
  return path.replace("/assets/", `/assets/${version}/`);
}

const CSS = "text/css; charset=utf-8";

function openAssets(): Assets {
  const { css, files } = fontAssets(readText(FONT_PACKAGE_STYLESHEET));
  // Its number changes with the font's files, whose names need not.
  const packageText = readFileSync(
    new URL("package.json", import.meta.resolve(FONT_PACKAGE_STYLESHEET)),
    "utf8",
  );
  const version = sha256(`${NOTICE_STYLESHEET}\n${css}\n${packageText}`).slice(0, 16);
  const known = new Map<string, Asset>([
    [STYLESHEET_PATH, assetOf(Buffer.from(NOTICE_STYLESHEET), CSS)],
    [FONT_STYLESHEET_PATH, assetOf(Buffer.from(css), CSS)],
  ]);
  const byPath = new Map(files.map((file) => [`${FONT_FOLDER_PATH}${file.name}`, file]));
  return {
    version,
    find: (path) => {
      const found = known.get(path) ?? readFont(byPath.get(path));
      if (found) known.set(path, found);
      return found;
    },
  };
}

function readFont(file: FontFile | undefined): Asset | undefined {
  if (!file) return undefined;
  const url = new URL(file.path, import.meta.resolve(FONT_PACKAGE_STYLESHEET));
  return assetOf(readFileSync(url), "font/woff2");
}

function readText(name: string): string {
  return readFileSync(new URL(import.meta.resolve(name)), "utf8");
}

function assetOf(bytes: Uint8Array, mediaType: string): Asset {
  return { bytes: new Uint8Array(bytes), mediaType, hash: sha256(bytes) };
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
