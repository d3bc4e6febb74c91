import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type ServiceContext, firstStart, isFirstPasswordMissing } from "@evenhand/service";
import type { Config } from "../config.ts";
import { writeOwnFile } from "./secret-file.ts";

const NAME = "first-start.txt";

/**
 * What the operator is to be told: link and key once, as they are made; at each start after that, as long as nobody has
 * set a password, only where they stand.
 */
export type HandedOver =
  | { readonly kind: "made"; readonly file: string; readonly link: string; readonly key: string }
  | { readonly kind: "waiting"; readonly file: string };

/**
 * Makes the first administrator where there is no account yet, and puts the link and the key for the operator into a file
 * that only its owner can read. Does it again as long as nobody can sign in and the file is gone or the link has expired.
 */
export async function handOver(
  context: ServiceContext,
  { config, url }: { readonly config: Config; readonly url: string },
): Promise<HandedOver | undefined> {
  const file = join(config.data, NAME);
  const made = await firstStart(context, { ...config.firstAdministrator, lost: !existsSync(file) });
  if (!made) return (await isFirstPasswordMissing(context)) ? { kind: "waiting", file } : undefined;
  const link = `${config.publicUrl ?? url}/welcome/${made.invitation.token}`;
  const key = made.key ?? keyIn(file);
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  rmSync(draft, { force: true });
  writeOwnFile(draft, textOf({ email: made.email, link, key }));
  renameSync(draft, file);
  return { kind: "made", file, link, key };
}

function keyIn(file: string): string {
  return /^key: (\S+)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? "";
}

function textOf({
  email,
  link,
  key,
}: {
  readonly email: string;
  readonly link: string;
  readonly key: string;
}): string {
  return [
    "# What the first start of Evenhand made. The link sets the administrator's password, once, within seven days; the",
    "# key evaluates cases. Keep both to yourself.",
    "# Evenhand首次启动时生成：链接用于设置管理员密码，七天内有效，限用一次；密钥用于核算案件。请妥善保管。",
    `account: ${email}`,
    `link: ${link}`,
    `key: ${key}`,
    "",
  ].join("\n");
}
