import { spawnSync } from "node:child_process";
import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

/**
 * A real Chromium, from the npm package @sparticuz/chromium: no system package, no download, and it works as root.
 * `CHROMIUM_PATH` names another one. Whoever launches it closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env["CHROMIUM_PATH"];
  if (own)
    return chromium.launch({ executablePath: own, args: ARGUMENTS, env: { ...process.env, ...LOCALE } });
  const folder = await unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: ARGUMENTS,
    env: {
      ...process.env,
      ...LOCALE,
      LD_LIBRARY_PATH: join(folder, "lib"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  });
}

/** Without one that has the letters, a download with a Chinese name is called “download”. */
const LOCALE = { LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

const ARCHIVES = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];

/** The package's own fonts.conf has absolute paths; Chromium aborts where fontconfig finds no configuration at all. */
function fontsConf(folder: string): string {
  return (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
    `<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>` +
    `<cachedir>${folder}/font-cache</cachedir></fontconfig>`
  );
}

/** Unpacked once a machine, user and version. A folder that two make at once is whole whoever comes first. */
async function unpackedChromium(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const packageFolder = resolve(entry, "../..");
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    readonly version: string;
  };
  const folder = join(tmpdir(), `evenhand-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const unpacking = mkdtempSync(join(tmpdir(), "chromium-"));
  for (const archive of ARCHIVES) await unpack(join(packageFolder, "bin", archive), unpacking);
  chmodSync(join(unpacking, "chromium"), 0o755);
  writeFileSync(join(unpacking, "fonts.conf"), fontsConf(folder));
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function unpack(archive: string, into: string): Promise<void> {
  const name = archive.replace(/^.*\//, "").replace(/\.br$/, "");
  const target = join(into, name);
  await pipeline(Readable.from([readFileSync(archive)]), createBrotliDecompress(), createWriteStream(target));
  if (!name.endsWith(".tar")) return;
  const { status, stderr } = spawnSync("tar", ["xf", target, "-C", into]);
  if (status !== 0) throw new Error(`tar: ${String(stderr)}`);
  rmSync(target);
}
