import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EVIDENCE_CODES, makeBundle, receiptText } from "@evenhand/evidence";
import { afterAll, describe, expect, it } from "vitest";
import { VERIFIER } from "./carried-verifier.ts";
import { readerOf, signerOf } from "./memory-log.ts";
import { VKEY, receiptSample } from "./receipt-sample.ts";
import { verifierKeyOf } from "@evenhand/evidence";

const { log, receipt } = await receiptSample();
const [older, newer] = [log.checkpoints[1]?.note ?? "", log.checkpoints.at(-1)?.note ?? ""];

/** The file as an auditor has it: alone in a folder, with what it is to verify. */
const FOLDER = mkdtempSync(join(tmpdir(), "evenhand-verifier-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));
copyFileSync(VERIFIER, join(FOLDER, "verify.mjs"));
const files = {
  "receipt.json": receiptText(receipt),
  "changed.json": receiptText(receipt).replace("20000", "20001"),
  "broken.json": receiptText(receipt).slice(0, 100),
  "checkpoint.json": JSON.stringify({ format: 1, checkpoint: older, vkey: VKEY }),
  "bundle.json": JSON.stringify(
    await makeBundle({ since: 18, checkpoint: newer, vkey: VKEY }, readerOf(log)),
  ),
  "older.json": JSON.stringify({ format: 1, checkpoint: log.checkpoints[0]?.note, vkey: VKEY, proof: [] }),
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(FOLDER, name), text);

function run(args: readonly string[], language = "C") {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["verify.mjs", ...args], {
    cwd: FOLDER,
    encoding: "utf8",
    env: { LANG: language },
  });
  return { status, stdout, stderr };
}

describe("the file that auditors carry", () => {
  it("says that a receipt holds, and whose key it went by", () => {
    expect(run(["receipt.json", "--key", VKEY])).toEqual({
      status: 0,
      stdout: "receipt.json: everything holds\n",
      stderr: "",
    });
    expect(run(["receipt.json"])).toEqual({
      status: 0,
      stdout:
        "receipt.json: everything holds\n  the key is the one in the file; give the log's own with --key to know who signed\n",
      stderr: "",
    });
  });

  it("says what does not hold, where, and in the language of whoever asks", () => {
    expect(run(["--key", VKEY, "changed.json"])).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "changed.json: does not hold\n  not-in-tree /auditEvent  the audit event does not stand at this position of the log that was signed\n",
    });
    expect(run(["changed.json"], "zh_CN.UTF-8")).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "changed.json：核验不通过\n  not-in-tree /auditEvent  在已签名的日志中，该位置上的记录不是这一条\n",
    });
    expect(run(["receipt.json", "--key", verifierKeyOf(signerOf(2))])).toMatchObject({ status: 2 });
  });

  it("says that a log only grew, or that it did not", () => {
    const since = ["log", "--since", "checkpoint.json"];
    expect(run([...since, "bundle.json"])).toMatchObject({
      status: 0,
      stdout: "bundle.json: everything holds\n",
    });
    expect(run([...since, "bundle.json", "--key", VKEY]).status).toBe(0);
    expect(run([...since, "older.json"], "zh")).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "older.json：核验不通过\n  older-log /bundle/checkpoint  日志现有9条，此前已有18条：末尾被截去，或恢复成了旧的备份\n",
    });
  });

  it("says what cannot be read", () => {
    expect(run(["broken.json"])).toEqual({
      status: 3,
      stdout: "",
      stderr: "broken.json: cannot be read\n  not-json /  it is not JSON\n",
    });
    expect(run(["nowhere.json"])).toMatchObject({
      status: 3,
      stderr: "nowhere.json: cannot be read\n  there is no such file, or it may not be read\n",
    });
    expect(run(["log", "--since", "nowhere.json", "bundle.json"])).toMatchObject({
      status: 3,
      stderr: "nowhere.json: cannot be read\n  there is no such file, or it may not be read\n",
    });
    expect(run(["log", "--since", "broken.json", "bundle.json"])).toEqual({
      status: 3,
      stdout: "",
      stderr: "broken.json: cannot be read\n  not-json /since  it is not JSON\n",
    });
    expect(run(["log", "--since", "checkpoint.json", "receipt.json"])).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^receipt\.json: cannot be read\n  wrong-shape \/bundle\//) as string,
    });
  });

  it.each([[[]], [["log", "bundle.json"]], [["a", "b"]], [["receipt.json", "--key"]], [["--help"]]])(
    "says how it is used where it is asked for %j",
    (args) => {
      const { status, stderr } = run(args);
      expect([status, stderr.startsWith("usage: node verify.mjs RECEIPT")]).toEqual([3, true]);
      expect(run(args, "zh_CN.UTF-8").stderr).toMatch(/^用法：/);
    },
  );

  it("needs nothing but Node, and knows no code that the package does not", () => {
    const text = readFileSync(VERIFIER, "utf8");
    const imported = Array.from(text.matchAll(/^import .* from "(.*)";$/gm), ([, name]) => name);
    expect(imported).toEqual(["node:crypto", "node:fs", "node:url"]);
    expect(text).not.toMatch(/\bimport\(|\brequire\(/);
    const codes = Array.from(
      text.matchAll(/problem\("([a-z-]+)"|return "([a-z-]+)";/g),
      ([, a, b]) => a ?? b,
    );
    expect(codes.filter((code) => !EVIDENCE_CODES.some((known) => known === code))).toEqual([]);
  });
});
