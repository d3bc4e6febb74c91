import pg from "pg";
import { Conflict } from "../../failures/conflict.ts";
import { FOREIGN_KEY, notNullName } from "../../failures/constraint-names.ts";
import { StoreUnavailable, type StoreTrouble } from "../../failures/store-unavailable.ts";
import { TryAgain } from "../../failures/try-again.ts";

/** What PostgreSQL or the way to it threw, said in the words of the store; mistakes in our own queries stay as they are. */
export function postgresFailure(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return isLostConnection(error) ? unreachable(error) : error;
  const { code = "" } = error;
  if (CONTENDED.has(code)) return new TryAgain("busy", error);
  if (code.startsWith("23")) return new Conflict(constraintOf(error), error);
  const trouble = TROUBLES[code] ?? TROUBLES[code.slice(0, 2)];
  return trouble === undefined ? error : new StoreUnavailable(trouble, error);
}

/** Whatever keeps a connection from being made: no server, a wrong password, too many connections. */
export function connectingFailure(error: unknown): unknown {
  const failure = error instanceof pg.DatabaseError ? postgresFailure(error) : error;
  return failure instanceof StoreUnavailable ? failure : unreachable(error);
}

function unreachable(error: unknown): StoreUnavailable {
  return new StoreUnavailable("unreachable", error);
}

/** The driver has no error class of its own for a connection that is lost; values that do not fit are type or range errors. */
function isLostConnection(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error;
}

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK_DETECTED = "40P01";
const CONTENDED: ReadonlySet<string> = new Set([SERIALIZATION_FAILURE, DEADLOCK_DETECTED]);

/** By code, or by the class that its first two characters name (PostgreSQL, appendix A). */
const TROUBLES: Readonly<Record<string, StoreTrouble>> = {
  "08": "unreachable",
  "25006": "read-only",
  "25P03": "busy",
  "28": "unreachable",
  "3D": "unreachable",
  "53": "busy",
  "53100": "full",
  "55P03": "busy",
  "57": "unreachable",
  "57014": "busy",
  "58": "failing",
  XX001: "damaged",
  XX002: "damaged",
};

const NOT_NULL_VIOLATION = "23502";
const FOREIGN_KEY_VIOLATION = "23503";

function constraintOf({ code, constraint = "", table = "", column = "" }: pg.DatabaseError): string {
  if (code === FOREIGN_KEY_VIOLATION) return FOREIGN_KEY;
  if (code === NOT_NULL_VIOLATION) return notNullName(table, column);
  return constraint;
}
