import { verifyStore } from "@evenhand/service";
import { type ServedDatabase, lookInto } from "../databases.ts";
import { KeptChecker } from "./check-kept.ts";
import type { Sent } from "./sent.ts";

/** Holds a database against everything that was sent to its servers, and then the whole of it against its own log. */
export async function checkAll(
  database: Pick<ServedDatabase, "place">,
  sent: readonly Sent[],
): Promise<readonly string[]> {
  return lookInto(database, async (store) => {
    const { problems } = await verifyStore(store);
    return [
      ...(await new KeptChecker().check(store, sent)),
      ...problems.map(({ at, message }) => `${at}: ${message.en}`),
    ];
  });
}
