import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { EMPTY_ROOT, leafHash } from "../merkle/hash.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { readCheckpoint, signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import { readNote, signNote, signatureState } from "./note.ts";
import { signerFrom } from "./signer-from.ts";
import { readVerifierKey, verifierKeyOf } from "./verifier-key.ts";

const ORIGIN = "log.example.org/main";
const SIGNER = signerFrom(new Uint8Array(32).fill(7), ORIGIN);
const VKEY = verifierKeyOf(SIGNER);
const NOTE = signCheckpoint(SIGNER, { size: 5, root: leafHash("root") });

/** The note and the key of the documentation of golang.org/x/mod/sumdb/note. */
const GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

function codeOf(note: string, vkey = VKEY): string | undefined {
  const verified = verifyCheckpoint(note, vkey);
  return "problems" in verified ? verified.problems[0].code : undefined;
}

describe("a signer", () => {
  it("has the public key and gives the signature of RFC 8032", () => {
    // Test 2 of section 7.1.
    const secret = hexToBytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    const { publicKey, sign } = signerFrom(secret, "x");
    expect(toBase64(publicKey)).toBe(
      toBase64(hexToBytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")),
    );
    expect(toBase64(sign(Uint8Array.of(0x72)))).toBe(
      toBase64(
        hexToBytes(
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
      ),
    );
  });

  it("keeps its key to itself, also where the bytes that it was made of are wiped", () => {
    const bytes = new Uint8Array(32).fill(7);
    const signer = signerFrom(bytes, ORIGIN);
    bytes.fill(0);
    expect(signer.sign(Uint8Array.of(1))).toEqual(SIGNER.sign(Uint8Array.of(1)));
    expect(Object.keys(signer)).toEqual(["origin", "publicKey", "sign"]);
  });

  it.each(["", "two words", "a+b", "a\nb", "a\u00a0b"])("is not made for a log called %j", (origin) => {
    expect(() => signerFrom(new Uint8Array(32), origin)).toThrow(RangeError);
  });

  it("is not made of a key of another length", () => {
    expect(() => signerFrom(new Uint8Array(31), ORIGIN)).toThrow(RangeError);
  });
});

describe("a signed note", () => {
  it("of another program is verified, and what we sign is in its form", () => {
    const key = readVerifierKey(GO_KEY);
    const note = readNote(GO_NOTE);
    expect(key && note && signatureState(note, key)).toBe("good");
    expect(note?.text).toBe(GO_TEXT);
    // The private key stands in the same documentation: a byte for its kind and 32 of seed.
    const seed = fromBase64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")?.subarray(1) ?? new Uint8Array();
    const signer = signerFrom(seed, "PeterNeumann");
    expect(verifierKeyOf(signer)).toBe(GO_KEY);
    expect(signNote(GO_TEXT, signer)).toBe(GO_NOTE);
  });

  it("may bear signatures of others, which are passed over", () => {
    const line = NOTE.slice(NOTE.indexOf("—"));
    const witness = line.replace(ORIGIN, "witness.example.org");
    expect(codeOf(NOTE.replace(line, `${witness}${line}`))).toBeUndefined();
    expect(codeOf(NOTE.replace(line, witness))).toBe("not-signed");
  });

  it("is refused where one signature of the key is wrong, though another is right", () => {
    const line = NOTE.slice(NOTE.indexOf("—"));
    const wrong = line.replace(/.{4}\n$/, "AAA=\n");
    expect(codeOf(NOTE.replace(line, `${line}${wrong}`))).toBe("bad-signature");
    expect(codeOf(`${NOTE}${line}`)).toBeUndefined();
  });

  it.each([
    ["without an empty line", NOTE.replace("\n\n", "\n")],
    ["without a newline at its end", NOTE.slice(0, -1)],
    ["without a signature", NOTE.slice(0, NOTE.indexOf("—"))],
    ["with another dash", NOTE.replace("—", "-")],
    ["with a carriage return", NOTE.replace("\n5\n", "\n5\r\n")],
    ["with more signatures than anybody needs", NOTE + NOTE.slice(NOTE.indexOf("—")).repeat(64)],
    ["with half of a surrogate pair", NOTE.replace("5", "\ud800")],
  ])("is none %s", (_name, note) => {
    expect(readNote(note)).toBeUndefined();
    expect(codeOf(note)).toBe("bad-checkpoint");
  });
});

describe("a checkpoint", () => {
  it("is written as C2SP tlog-checkpoint says, and read back", () => {
    expect(NOTE).toMatch(
      /^log\.example\.org\/main\n5\n[A-Za-z0-9+/]{43}=\n\n— log\.example\.org\/main [A-Za-z0-9+/]{91}=\n$/,
    );
    const checkpoint = { origin: ORIGIN, size: 5, root: leafHash("root") };
    expect(readCheckpoint(NOTE)).toEqual(checkpoint);
    expect(verifyCheckpoint(NOTE, VKEY)).toEqual({ checkpoint });
    expect(readCheckpoint(signCheckpoint(SIGNER, { size: 0, root: EMPTY_ROOT }))?.size).toBe(0);
  });

  it("may have lines after the root, which are signed and otherwise ignored", () => {
    const text = `${ORIGIN}\n5\n${toBase64(hexToBytes(leafHash("root")))}\nmore\n`;
    const note = signNote(text, SIGNER);
    expect(verifyCheckpoint(note, VKEY)).toHaveProperty("checkpoint.size", 5);
    expect(codeOf(note.replace("more", "less"))).toBe("bad-signature");
  });

  it.each([
    ["a size with a zero before it", "05"],
    ["a size that is none", "-1"],
    ["a size that is not kept exactly", "9007199254740993"],
  ])("is none with %s", (_name, size) => {
    const note = signNote(`${ORIGIN}\n${size}\n${toBase64(new Uint8Array(32))}\n`, SIGNER);
    expect(codeOf(note)).toBe("bad-checkpoint");
  });

  it.each([
    ["of another length", new Uint8Array(31)],
    ["of no bytes", new Uint8Array()],
  ])("is none with a root %s", (_name, root) => {
    expect(codeOf(signNote(`${ORIGIN}\n5\n${toBase64(root)}\n`, SIGNER))).toBe("bad-checkpoint");
  });

  it("is not signed over what is no size or no root", () => {
    expect(() => signCheckpoint(SIGNER, { size: -1, root: EMPTY_ROOT })).toThrow(RangeError);
    expect(() => signCheckpoint(SIGNER, { size: 1, root: "x" })).toThrow(RangeError);
  });
});

describe("a verifier key", () => {
  it("is read back, and refused where its id is not that of its key", () => {
    expect(readVerifierKey(VKEY)).toEqual({
      name: ORIGIN,
      id: VKEY.split("+")[1],
      publicKey: SIGNER.publicKey,
    });
    const renamed = VKEY.replace(ORIGIN, "log.example.org/other");
    expect(readVerifierKey(renamed)).toBeUndefined();
  });

  it.each(["", "x", VKEY.slice(0, -1), `${VKEY} `, VKEY.toUpperCase(), VKEY.replace("+A", "+B")])(
    "is not %j",
    (text) => {
      expect(readVerifierKey(text)).toBeUndefined();
      expect(codeOf(NOTE, text)).toBe("bad-key");
    },
  );
});

describe("base64", () => {
  it("is read only as it is written", () => {
    expect(toBase64(utf8ToBytes("a?>"))).toBe("YT8+");
    expect(fromBase64("YT8+")).toEqual(utf8ToBytes("a?>"));
    // The same bytes to lenient readers: bits that nobody reads, no padding, another alphabet, a space.
    expect(["YQ==", "YR==", "YQ", "YT8-", "YT 8+"].map((text) => fromBase64(text) !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
