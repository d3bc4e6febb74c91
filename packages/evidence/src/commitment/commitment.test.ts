import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { leafHash } from "../merkle/hash.ts";
import { openText, openValue } from "./open-text.ts";
import { commitmentTo, isPseudonym, isToken, opens, pseudonymOf, tokensIn } from "./token.ts";

const SALT = leafHash("salt");

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

describe("a pseudonym", () => {
  it("is the hash of salt and number, and opened by nothing else", () => {
    const token = pseudonymOf({ salt: SALT, staffId: "P1" });
    expect(token).toBe(`person-${sha256(`${SALT}P1`)}`);
    expect(opens({ token, salt: SALT, value: "P1" })).toBe(true);
    expect(opens({ token, salt: SALT, value: "P2" })).toBe(false);
    expect(opens({ token, salt: leafHash("x"), value: "P1" })).toBe(false);
    expect(opens({ token, salt: SALT.slice(1), value: `${SALT.slice(-1)}P1` })).toBe(false);
    expect([isPseudonym(token), isToken(token)]).toEqual([true, true]);
  });
});

describe("a commitment to a text", () => {
  it("is the hash of salt and canonical JSON, and opened by nothing else", () => {
    const value = '他说“不”\n"no"';
    const token = commitmentTo({ salt: SALT, value });
    expect(token).toBe(`text-${sha256(`${SALT}${JSON.stringify(value)}`)}`);
    expect(opens({ token, salt: SALT, value })).toBe(true);
    expect(opens({ token, salt: SALT, value: `${value} ` })).toBe(false);
    expect(opens({ token, salt: SALT, value: "\ud800" })).toBe(false);
    expect([isPseudonym(token), isToken(token)]).toEqual([false, true]);
  });

  it("is not made with another salt than one of 32 bytes, nor of half a surrogate pair", () => {
    for (const salt of ["", SALT.toUpperCase(), `${SALT}0`])
      expect(() => commitmentTo({ salt, value: "x" })).toThrow(RangeError);
    expect(() => commitmentTo({ salt: SALT, value: "\udfff" })).toThrow(RangeError);
    expect(() => pseudonymOf({ salt: SALT, staffId: "\ud800" })).toThrow(RangeError);
  });
});

describe("opening", () => {
  const person = pseudonymOf({ salt: SALT, staffId: "P1" });
  const text = commitmentTo({ salt: SALT, value: "x" });
  const lookup = (token: string): string | undefined => (token === person ? 'P"1' : undefined);

  it("puts in what is known wherever it stands, and leaves the rest", () => {
    const stored = { [person]: [person, `对${person}扣减\n${person}`], note: text };
    expect(openValue(stored, lookup)).toEqual({ 'P"1': ['P"1', '对P"1扣减\nP"1'], note: text });
    expect(openText(`{"a":"${text}"}`, lookup)).toBe(`{"a":"${text}"}`);
  });

  it("does not open what was put in", () => {
    const nested = openText(`"${text}"`, (token) => (token === text ? person : "never"));
    expect(nested).toBe(`"${person}"`);
  });

  it("is of all tokens of a text, each once", () => {
    expect(tokensIn(`x${person}y${text}z${person} person-12`)).toEqual([person, text]);
  });
});
