import { readFileSync } from "node:fs";
import { type EvidenceProblem, isUnreadable, readVerifierKey, verifyReceipt } from "@evenhand/evidence";
import { Unreadable } from "@evenhand/store";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { EVIDENCE_SAYS } from "../text/evidence-texts.ts";
import { foundText } from "../text/found-text.ts";

export type VerifyReceiptCommand = {
  readonly file: string;
  readonly key?: string;
  readonly since?: string;
  readonly save?: string;
  readonly database?: string;
};

/** Verifies a receipt without asking anybody: no database, no service. */
export async function verifyReceiptFile(
  command: VerifyReceiptCommand,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { file, key } = command;
  const { language, out, err } = surroundings;
  refuseOthers(command);
  const bytes = readBytes(file);
  const verified = verifyReceipt(bytes, key === undefined ? {} : { vkey: readKey(key) });
  if (verified.problems.length > 0) return tell(verified.problems, surroundings, isUnreadable(verified));
  const { auditEvent, vkey } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly auditEvent: string;
    readonly vkey: string;
  };
  const { action, at } = JSON.parse(auditEvent) as { readonly action: string; readonly at: string };
  await out(`${EVIDENCE_SAYS.holdsReceipt[language](action, at, readVerifierKey(vkey)?.name ?? vkey)}\n`);
  if (key === undefined) err(`${EVIDENCE_SAYS.ownKey[language]}\n`);
  return EXIT.decided;
}

async function tell(
  problems: readonly EvidenceProblem[],
  { out, language }: Surroundings,
  isNone: boolean,
): Promise<ExitCode> {
  await out(foundText(problems, language));
  return isNone ? EXIT.invalid : EXIT.differs;
}

/** What goes with a database only would be passed over here, and whoever gave it would think that it was looked at. */
function refuseOthers({ since, save, database }: VerifyReceiptCommand): void {
  const given = Object.entries({ since, save, database }).find(([, value]) => value !== undefined);
  if (given)
    throw new CannotGoOn(EXIT.invalid, {
      en: `\`--${given[0]}\` does not go with a receipt`,
      zh: `核验回执时不能使用\`--${given[0]}\``,
    });
}

/** The bytes of a file that is named. @throws CannotGoOn */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CannotGoOn(EXIT.invalid, new Unreadable(file, cause).text, { cause });
  }
}

/** A verifier key. @throws CannotGoOn where the text is none */
export function readKey(text: string): string {
  if (readVerifierKey(text)) return text;
  throw new CannotGoOn(
    EXIT.invalid,
    { en: "what stands behind `--key` is no verifier key", zh: "`--key`所给的不是有效的核验公钥" },
    {
      help: {
        en: "write it as the service prints it at its start: `name+key id+base64`",
        zh: "请按服务启动时显示的“名称+编号+base64”形式填写",
      },
    },
  );
}
