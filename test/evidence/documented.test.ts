import {
  EVIDENCE_CODES,
  commitmentTo,
  leafHash,
  pseudonymOf,
  readCheckpoint,
  signerFrom,
  verifierKeyOf,
  verifyBundle,
  verifyReceipt,
} from "@evenhand/evidence";
import { describe, expect, it } from "vitest";
import { blocksOf, readPage } from "../docs/markdown.ts";
import { carriedVerifier } from "./carried-verifier.ts";

const PAGE = readPage("docs/reference/evidence.md");

function example(info: string): string {
  const block = blocksOf(PAGE).find((each) => each.info === info);
  if (!block) throw new Error(`the page has no block called ${info}`);
  return block.text;
}

const SALT = Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, "0")).join("");

describe("the page about evidence", () => {
  const vkey = example("text key").trim();

  it("documents every code, no other, and in order of precedence", () => {
    const section = PAGE.text.split("\n## Problems\n")[1]?.split("\n## ")[0] ?? "";
    const codes = Array.from(section.matchAll(/^\| `([a-z-]+)` \|/gm), ([, code]) => code);
    expect(codes).toEqual([...EVIDENCE_CODES]);
  });

  it("shows tokens and a leaf that are what it says", () => {
    expect(PAGE.text).toContain(pseudonymOf({ salt: SALT, staffId: "E1001" }));
    expect(PAGE.text).toContain(commitmentTo({ salt: SALT, value: "损失由P1承担" }));
    expect(PAGE.text).toContain(`\`${leafHash(example("json body").trim())}\``);
  });

  it("shows a key, a checkpoint, a receipt and a bundle that hold", async () => {
    const carried = await carriedVerifier();
    const secret = Uint8Array.from({ length: 32 }, (_, byte) => byte);
    expect(verifierKeyOf(signerFrom(secret, "log.example.org/evenhand"))).toBe(vkey);
    expect(readCheckpoint(example("text note"))?.size).toBe(3);
    const [receipt, since, bundle] = ["receipt", "checkpoint", "bundle"].map((name) =>
      new TextEncoder().encode(example(`json ${name}`)),
    ) as [Uint8Array, Uint8Array, Uint8Array];
    expect(new TextDecoder().decode(receipt)).toContain(JSON.stringify(example("json body").trim()));
    expect(new TextDecoder().decode(receipt)).toContain(JSON.stringify(example("text note")));
    expect(verifyReceipt(receipt, { vkey }).problems).toEqual([]);
    expect(carried.verifyReceipt(receipt, { vkey })).toEqual([]);
    expect(verifyBundle(bundle, since, { vkey }).problems).toEqual([]);
    expect(carried.verifyLog(bundle, since, { vkey })).toEqual([]);
  });
});
