import pg from "pg";
import { describe, expect, it } from "vitest";
import { Conflict } from "../../failures/conflict.ts";
import { StoreUnavailable } from "../../failures/store-unavailable.ts";
import { TryAgain } from "../../failures/try-again.ts";
import { connectingFailure, postgresFailure } from "./postgres-failure.ts";

function told(code: string, fields: Partial<pg.DatabaseError> = {}): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError("told by the server", 0, "error"), { code, ...fields });
}

describe("what PostgreSQL tells", () => {
  it.each([
    { code: "53100", trouble: "full" },
    { code: "53200", trouble: "busy" },
    { code: "53300", trouble: "busy" },
    { code: "55P03", trouble: "busy" },
    { code: "57014", trouble: "busy" },
    { code: "57P01", trouble: "unreachable" },
    { code: "57P03", trouble: "unreachable" },
    { code: "08006", trouble: "unreachable" },
    { code: "28P01", trouble: "unreachable" },
    { code: "3D000", trouble: "unreachable" },
    { code: "58030", trouble: "failing" },
    { code: "XX001", trouble: "damaged" },
    { code: "25006", trouble: "read-only" },
  ])("by $code makes the store unavailable: $trouble", ({ code, trouble }) => {
    const cause = told(code);
    expect(postgresFailure(cause)).toMatchObject({ name: "StoreUnavailable", trouble, cause });
  });

  it.each(["40001", "40P01"])("by %s is worth another try", (code) => {
    expect(postgresFailure(told(code))).toBeInstanceOf(TryAgain);
  });

  it("by a constraint is a conflict with its name", () => {
    const failure = postgresFailure(told("23505", { constraint: "versions_hash_unique" }));
    expect(failure).toBeInstanceOf(Conflict);
    expect(failure).toMatchObject({ constraint: "versions_hash_unique" });
  });

  it.each(["42601", "42P01", "22P02"])("by %s is a mistake of ours and stays as it is", (code) => {
    const mistake = told(code);
    expect(postgresFailure(mistake)).toBe(mistake);
  });
});

describe("what the way to PostgreSQL tells", () => {
  it("is a lost connection, unless it is about a value", () => {
    expect(postgresFailure(new Error("Connection terminated unexpectedly"))).toBeInstanceOf(StoreUnavailable);
    const value = new RangeError("the database holds 9007199254740993, which is no exact number");
    expect(postgresFailure(value)).toBe(value);
  });

  it("while connecting makes the store unavailable whatever it is", () => {
    expect(connectingFailure(new AggregateError([], "refused"))).toBeInstanceOf(StoreUnavailable);
    expect(connectingFailure(told("42501"))).toMatchObject({ trouble: "unreachable" });
    expect(connectingFailure(told("53300"))).toMatchObject({ trouble: "busy" });
  });
});
