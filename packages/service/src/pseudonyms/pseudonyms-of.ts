import { pseudonymOf } from "@evenhand/evidence";
import { type Db, personsOf } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";

/** The pseudonyms of staff numbers by number; made for those who have none. */
export async function pseudonymsOf(
  { random }: Pick<ServiceContext, "random">,
  tx: Db,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return personsOf(tx, staffIds, (staffId) => {
    const salt = newSalt({ random });
    return { salt, person: pseudonymOf({ salt, staffId }) };
  });
}

/** A salt for a commitment: 32 bytes that nobody can guess, as 64 hexadecimal digits. */
export function newSalt({ random }: Pick<ServiceContext, "random">): string {
  return Array.from(random(32), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
