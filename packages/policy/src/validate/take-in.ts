import { pointer, quote } from "@evenhand/domain";
import { POLICY_LIMITS } from "../schema/limits.ts";
import type { Report } from "./report.ts";
import { grouped } from "./shape-words.ts";

/** Names that mean something to every object; as fields of a document they could hide what it says. */
const DANGEROUS_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * A copy of the document that holds nothing but plain JSON within the limits, or `undefined` where it is too large to be
 * looked at. What may not stand in it is reported and left out of the copy; whoever gave the document cannot change the
 * copy any more.
 *
 * INVARIANT: nothing that follows meets a prototype, a getter, a cycle or a depth that could overflow the stack.
 *
 * @example takeIn(JSON.parse('{"a":{"__proto__":1}}'), report) // { document: { a: {} } }, and "dangerous-key" at /a/__proto__
 */
export function takeIn(value: unknown, report: Report): { readonly document: unknown } | undefined {
  const intake: Intake = { report, nodes: 0, isTooLarge: false };
  const document = copyOf(value, undefined, intake);
  return intake.isTooLarge ? undefined : { document };
}

/** The way to a value, from its inner end: written out only where there is something to report. */
type Path = { readonly within: Path; readonly part: string | number; readonly depth: number } | undefined;

function pointerOf(path: Path): string {
  return path === undefined ? "" : pointerOf(path.within) + pointer(path.part);
}

function step(path: Path, part: string | number): Path {
  return { within: path, part, depth: depthOf(path) + 1 };
}

function depthOf(path: Path): number {
  return path === undefined ? 0 : path.depth;
}
type Intake = { readonly report: Report; nodes: number; isTooLarge: boolean };

function copyOf(value: unknown, path: Path, intake: Intake): unknown {
  intake.nodes += 1;
  if (intake.nodes > POLICY_LIMITS.nodes) return refuseAsTooMany(intake);
  switch (typeof value) {
    case "string":
      return copyOfText(value, path, intake);
    case "number":
      return copyOfNumber(value, path, intake);
    case "boolean":
      return value;
    case "object":
      return value === null ? null : copyOfNested(value, path, intake);
    case "undefined":
      return undefined;
    default:
      return refuse(intake, path, `\`${typeof value}\``);
  }
}

function copyOfNested(value: object, path: Path, intake: Intake): unknown {
  if (depthOf(path) >= POLICY_LIMITS.depth) return refuseAsTooDeep(path, intake);
  if (Array.isArray(value)) {
    if (value.length > POLICY_LIMITS.nodes) return refuseAsTooMany(intake);
    return Array.from(value, (item: unknown, index) =>
      intake.isTooLarge ? undefined : copyOf(item, step(path, index), intake),
    );
  }
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (intake.isTooLarge) return undefined;
    // A field without a value is no field: JSON cannot write one.
    if (inner === undefined) continue;
    if (DANGEROUS_KEYS.has(key)) refuseKey(key, step(path, key), intake);
    else if (key.length > POLICY_LIMITS.textLength) refuseAsTooLong(path, intake);
    else copy[key] = copyOf(inner, step(path, key), intake);
  }
  return copy;
}

function copyOfText(text: string, path: Path, intake: Intake): string {
  if (text.length > POLICY_LIMITS.textLength) refuseAsTooLong(path, intake);
  return text;
}

function copyOfNumber(number: number, path: Path, intake: Intake): number {
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number))) {
    intake.report.add({
      code: "inexact-number",
      at: pointerOf(path),
      message: {
        en: `${quote(String(number))} cannot be kept exactly`,
        zh: `${quote(String(number))}无法精确保存`,
      },
    });
  }
  return number;
}

function refuse(intake: Intake, path: Path, what: string): undefined {
  intake.report.add({
    code: "wrong-shape",
    at: pointerOf(path),
    message: { en: `${what} cannot stand in a policy`, zh: `制度中不能出现${what}` },
  });
  return undefined;
}

function refuseKey(key: string, path: Path, { report }: Intake): void {
  report.add({
    code: "dangerous-key",
    at: pointerOf(path),
    message: { en: `${quote(key)} may not be used as a name`, zh: `不得以${quote(key)}作为名称` },
  });
}

function refuseAsTooLong(path: Path, { report }: Intake): void {
  report.add({
    code: "too-long",
    at: pointerOf(path),
    message: {
      en: `the text is longer than ${grouped(POLICY_LIMITS.textLength)} characters`,
      zh: `文字超过${grouped(POLICY_LIMITS.textLength)}个字符`,
    },
  });
}

function refuseAsTooDeep(path: Path, intake: Intake): undefined {
  intake.isTooLarge = true;
  intake.report.add({
    code: "too-deep",
    at: pointerOf(path),
    message: {
      en: `the document is nested more than ${POLICY_LIMITS.depth} levels deep`,
      zh: `文档嵌套超过${POLICY_LIMITS.depth}层`,
    },
  });
  return undefined;
}

function refuseAsTooMany(intake: Intake): undefined {
  if (!intake.isTooLarge) {
    intake.report.add({
      code: "too-many-nodes",
      at: "",
      message: {
        en: `the document holds more than ${grouped(POLICY_LIMITS.nodes)} values`,
        zh: `文档中的值超过${grouped(POLICY_LIMITS.nodes)}个`,
      },
    });
  }
  intake.isTooLarge = true;
  return undefined;
}
