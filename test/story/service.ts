import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type Surroundings, createApp, listen, surroundingsOver } from "@evenhand/api";
import { signerFrom, verifierKeyOf } from "@evenhand/evidence";
import { type ServiceContext, firstStart, rulesOfStore, takeInRules } from "@evenhand/service";
import { type StorePlace, readRuleFiles } from "@evenhand/store";
import type { OpenDatabase } from "../support/databases.ts";

/** The service as the program starts it, on a port of its own, with a clock that the story turns. */
export type StoryService = {
  /** Where it listens: `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly context: ServiceContext;
  /** Where its database is. */
  readonly place: StorePlace;
  /** The public half of the key that signs the log. */
  readonly verifierKey: string;
  /** What the first start tells the operator. */
  readonly firstStart: { readonly email: string; readonly token: string; readonly key: string };
  /** What the service logged as a warning or an error so far. */
  readonly complaints: readonly string[];
  /** Turns the clock to a moment, RFC 3339. */
  readonly turnTo: (moment: string) => void;
  readonly stop: () => Promise<void>;
};

const RULES = fileURLToPath(new URL("../../rules", import.meta.url));
const LOG_NAME = "story.example/log";

/** Opens an empty database and does what the program does at its first start. */
export async function startService(open: OpenDatabase, startsAt: string): Promise<StoryService> {
  let clock = Date.parse(startsAt);
  const now = (): number => clock;
  const { store, place } = await open({ now });
  const signer = signerFrom(randomBytes(32), LOG_NAME);
  const rules = rulesOfStore(store);
  const complaints: string[] = [];
  let requests = 0;
  const surroundings = await surroundingsOver({
    store,
    signer,
    authSecret: randomBytes(32).toString("hex"),
    rules: async () => ({ state: "open", ...(await rules()) }),
    rulebook: async (atLeast) => (await rules(atLeast)).rulebook,
    random: (bytes) => randomBytes(bytes),
    now,
    log: complainingTo(complaints),
    newRequestId: () => `r-${(requests += 1)}`,
    servedOverHttps: false,
  });
  const context = surroundings.service();
  await takeInRules(context, readRuleFiles(RULES));
  const first = await firstStart(context, { email: "admin@evenhand.local", personId: "admin", lost: false });
  if (first?.key === undefined) throw new Error("the first start made no key");
  const server = await listen(createApp(surroundings), { host: "127.0.0.1", port: 0, surroundings });
  return {
    url: server.url,
    context,
    place,
    verifierKey: verifierKeyOf(signer),
    complaints,
    firstStart: { email: first.email, token: first.invitation.token, key: first.key },
    turnTo: (moment) => {
      clock = Date.parse(moment);
    },
    stop: server.stop,
  };
}

function complainingTo(complaints: string[]): Surroundings["log"] {
  const complain = (details: object, message = ""): void =>
    void complaints.push(`${message} ${JSON.stringify(details)}`);
  return { info: () => undefined, warn: complain, error: complain } as unknown as Surroundings["log"];
}
