import { canonicalJson } from "@evenhand/domain";
import {
  type EvidenceProblem,
  commitmentTo,
  receiptText,
  signCheckpoint,
  verifierKeyOf,
  verifyReceipt,
} from "@evenhand/evidence";
import { describe, expect, it } from "vitest";
import { carriedVerifier } from "./carried-verifier.ts";
import { eventRow, signerOf } from "./memory-log.ts";
import { PLACE, SIGNER, VKEY, receiptAt, receiptOf, receiptSample } from "./receipt-sample.ts";
import { randomFrom, tampered } from "./tamper.ts";

/** The titles print it; `SEED=… TAMPERS=… npm test` draws others, and more of them. */
const SEED = Number(process.env["SEED"] ?? 20_261_122);
const TAMPERS = Number(process.env["TAMPERS"] ?? 2_000);

const carried = await carriedVerifier();
const { log, receipt, openings } = await receiptSample();
const BYTES = new TextEncoder().encode(receiptText(receipt));

type Said = Pick<EvidenceProblem, "code" | "at" | "message">;

/** What both verifiers say, which must be the same in every word. */
function judged(bytes: Uint8Array, expected: { readonly vkey?: string } = { vkey: VKEY }): readonly Said[] {
  const ours = verifyReceipt(bytes, expected).problems.map(({ code, at, message }) => ({
    code,
    at,
    message,
  }));
  expect(carried.verifyReceipt(bytes, expected)).toEqual(ours);
  return ours;
}

function judgedValue(value: unknown, expected?: { readonly vkey?: string }): readonly string[] {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  return judged(bytes, expected).map(({ code, at }) => `${code} ${at}`);
}

describe("a receipt", () => {
  it("holds, with and without the key given, with and without a newline at its end", () => {
    expect(judged(BYTES)).toEqual([]);
    expect(judged(BYTES, {})).toEqual([]);
    expect(judged(Uint8Array.of(...BYTES, 0x0a))).toEqual([]);
    expect(verifyReceipt(receipt, { vkey: VKEY })).toEqual({ problems: [] });
    expect(verifyReceipt(receiptText(receipt), { vkey: VKEY })).toEqual({ problems: [] });
  });

  it("shows what stands behind every token of its event, and holds none besides", () => {
    expect(receipt.openings.map(({ value }) => value).toSorted()).toEqual([
      "E1001",
      "P1",
      "P1 says that P2 packed it",
      "taken by E1001",
    ]);
    expect(receipt.openings.map(({ token }) => token)).toEqual(openings.map(({ token }) => token).toSorted());
    const stranger = { salt: "0".repeat(64), value: "of another case" };
    expect(receipt.auditEvent).not.toContain("P2");
    return expect(
      receiptOf(log, [...openings, { token: commitmentTo(stranger), ...stranger }]),
    ).resolves.toEqual(receipt);
  });

  it("holds of every leaf, under every checkpoint that covers it", async () => {
    for (const { size, note } of log.checkpoints) {
      const until = { ...log, checkpoints: [{ size, rootHash: "", note }] };
      for (let place = 0; place < size; place += 1)
        expect(judgedValue(await receiptAt(until, place, []))).toEqual([]);
      await expect(receiptAt(until, size, [])).rejects.toThrow(RangeError);
    }
  });

  it("still holds once somebody was erased, whether it was handed out before or after", async () => {
    expect(judged(BYTES)).toEqual([]);
    const rest = openings.filter(({ value }) => value !== "P1" && !value.startsWith("P1 says"));
    const after = await receiptOf(log, rest);
    expect(judgedValue(after)).toEqual([]);
    expect(receiptText(after)).not.toContain('"P1');
    expect(after.openings).toHaveLength(2);
  });

  it("is not handed out where what is kept is not what was committed to", async () => {
    const [first, ...others] = openings;
    const forged = [{ token: "", salt: "", ...first, value: "P9" }, ...others];
    await expect(receiptOf(log, forged)).rejects.toThrow("is not what it commits to");
  });
});

describe("both verifiers say in the same words", () => {
  const other = signerOf(2);
  const [first, second] = receipt.openings;
  const checkpoints = log.checkpoints.map(({ note }) => note);
  const changes: readonly (readonly [string, unknown, ...string[]])[] = [
    ["another event", { ...receipt, auditEvent: eventRow(99).body }, "not-in-tree /auditEvent", ...unused(4)],
    ["another position", { ...receipt, position: PLACE - 1 }, "not-in-tree /auditEvent"],
    ["a position beyond the log", { ...receipt, position: 43 }, "not-in-tree /auditEvent"],
    ["a shorter proof", { ...receipt, proof: receipt.proof.slice(1) }, "not-in-tree /auditEvent"],
    [
      "a proof in another order",
      { ...receipt, proof: receipt.proof.toReversed() },
      "not-in-tree /auditEvent",
    ],
    ["another checkpoint", { ...receipt, checkpoint: checkpoints[2] }, "not-in-tree /auditEvent"],
    ["no checkpoint", { ...receipt, checkpoint: "x" }, "bad-checkpoint /checkpoint"],
    [
      "a checkpoint with a changed size",
      { ...receipt, checkpoint: receipt.checkpoint.replace("\n43\n", "\n44\n") },
      "bad-signature /checkpoint",
    ],
    [
      "a checkpoint that somebody else signed in its name",
      { ...receipt, checkpoint: forgedBy(signerOf(2)) },
      "not-signed /checkpoint",
    ],
    [
      "a checkpoint of another log",
      { ...receipt, checkpoint: forgedBy(signerOf(1, "elsewhere.example.org")) },
      "other-log /checkpoint",
    ],
    [
      "the key of another log",
      { ...receipt, vkey: verifierKeyOf(other) },
      "other-key /vkey",
      "not-signed /checkpoint",
    ],
    ["no key", { ...receipt, vkey: "x" }, "other-key /vkey", "bad-key /vkey"],
    [
      "an opening with another value",
      { ...receipt, openings: [{ ...first, value: "E1002" }, second] },
      "opening-mismatch /openings/0",
    ],
    [
      "an opening with another salt",
      { ...receipt, openings: [first, { ...second, salt: "0".repeat(64) }] },
      "opening-mismatch /openings/1",
    ],
    ["an opening that stands twice", { ...receipt, openings: [first, first] }, "opening-twice /openings/1"],
    [
      "an opening of a token that the event does not have",
      { ...receipt, openings: [{ token: `person-${"0".repeat(64)}`, salt: "0".repeat(64), value: "P1" }] },
      "opening-unused /openings/0",
    ],
    ["no receipt", [], "wrong-shape "],
    ["no openings", { ...receipt, openings: undefined }, "wrong-shape /openings"],
    [
      "fields of other kinds",
      { ...receipt, format: 2, position: 1.5, proof: ["ABC"], more: 1 },
      "wrong-shape /format",
      "wrong-shape /position",
      "wrong-shape /proof",
      "wrong-shape /more",
    ],
    [
      "openings of other kinds",
      { ...receipt, openings: [null, { token: "P1", salt: "x", value: 1 }] },
      "wrong-shape /openings/0",
      "wrong-shape /openings/1/token",
      "wrong-shape /openings/1/salt",
      "wrong-shape /openings/1/value",
    ],
  ];

  function unused(count: number): readonly string[] {
    return Array.from({ length: count }, (_, index) => `opening-unused /openings/${index}`);
  }

  function forgedBy(signer: typeof SIGNER): string {
    return signCheckpoint(signer, { size: 43, root: log.checkpoints[3]?.rootHash ?? "" });
  }

  it.each(changes)("what does not hold of %s", (_name, value, ...problems) => {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    expect(judgedValue(plain)).toEqual(problems);
  });

  it.each([
    ["with spaces", JSON.stringify(receipt, null, 1), "not-canonical "],
    [
      "with its fields in another order",
      JSON.stringify(Object.fromEntries(Object.entries(receipt).toReversed())),
      "not-canonical ",
    ],
    [
      "with a field twice",
      receiptText(receipt).replace('"format":1', '"format":1,"format":1'),
      "not-canonical ",
    ],
    ["with two newlines at its end", `${receiptText(receipt)}\n\n`, "not-canonical "],
    ["with a byte order mark", `\ufeff${receiptText(receipt)}`, "not-json "],
    ["with levels without end", `${"[".repeat(300)}${"]".repeat(300)}`, "too-deep "],
    ["that breaks off", receiptText(receipt).slice(0, -1), "not-json "],
  ])("what is wrong with a receipt %s", (_name, text, problem) => {
    expect(judged(new TextEncoder().encode(text)).map(({ code, at }) => `${code} ${at}`)).toEqual([problem]);
  });

  it("that an event is not written canonically, or is not JSON", () => {
    const event = (auditEvent: string) => judgedValue({ ...receipt, auditEvent, openings: [] });
    expect(event(`${receipt.auditEvent} `)).toEqual(["not-canonical /auditEvent", "not-in-tree /auditEvent"]);
    expect(event('{"a":"\\ud800"}')).toEqual(["not-canonical /auditEvent", "not-in-tree /auditEvent"]);
    expect(event("{")).toEqual(["not-json /auditEvent", "not-in-tree /auditEvent"]);
    expect(event("[".repeat(300))).toEqual(["too-deep /auditEvent", "not-in-tree /auditEvent"]);
  });

  it("that bytes are no text", () => {
    expect(judged(Uint8Array.of(0xff, 0xfe)).map(({ code }) => code)).toEqual(["not-text"]);
  });
});

describe(`a receipt that was tampered with (seed ${SEED})`, () => {
  it(
    `is found, each of ${TAMPERS.toLocaleString("en")} times, by both verifiers, in the same words`,
    { timeout: 300_000 + TAMPERS * 20 },
    () => {
      const found = new Set<string>();
      const missed = missedBy((bytes) => {
        const [problem] = judged(bytes);
        found.add(problem?.code ?? "");
        return problem !== undefined;
      }, TAMPERS);
      expect(missed).toEqual([]);
      // A run that only broke the JSON would show little.
      expect([...found]).toEqual(
        expect.arrayContaining(["not-json", "not-text", "not-canonical", "not-in-tree"]),
      );
    },
  );

  it("is missed by a verifier that does not look for the event in the tree", () => {
    const finds = (bytes: Uint8Array): boolean =>
      verifyReceipt(bytes, { vkey: VKEY }).problems.some(({ code }) => code !== "not-in-tree");
    expect(missedBy(finds, 200).length).toBeGreaterThan(0);
  });

  /** How the receipt was tampered with where nothing was found. */
  function missedBy(finds: (bytes: Uint8Array) => boolean, count: number): readonly string[] {
    const random = randomFrom(SEED);
    const missed: string[] = [];
    for (let done = 0; done < count; done += 1) {
      const { bytes, how } = tampered(BYTES, random);
      if (!finds(bytes)) missed.push(how);
    }
    return missed;
  }

  it("is found whichever single bit of it was turned round", async () => {
    const small = await receiptAt(log, 5, []);
    const bytes = new TextEncoder().encode(receiptText(small));
    expect(carried.verifyReceipt(bytes, { vkey: VKEY })).toEqual([]);
    const found = new Set<string>();
    const missed: string[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
      const [problem] = carried.verifyReceipt(turned, { vkey: VKEY });
      if (problem) found.add(problem.code);
      else missed.push(`bit ${bit}`);
    }
    expect(missed).toEqual([]);
    const parts = ["not-text", "not-json", "wrong-shape", "not-canonical", "other-key", "bad-checkpoint"];
    const signed = ["other-log", "not-signed", "bad-signature", "not-in-tree"];
    expect([...found]).toEqual(expect.arrayContaining([...parts, ...signed]));
  });
});
