import { type Browser, type Client, browserOf, machineOf } from "./client.ts";
import { type Folder, openFolder } from "./files.ts";
import { type StoryService, startService } from "./service.ts";
import { Transcript } from "./transcript.ts";
import type { OpenDatabase } from "../support/databases.ts";

/** Everybody in the story by the name that the page calls them, with their staff numbers. */
export const STAFF = {
  admin: "admin",
  author: "E1001",
  // A second account of the same person.
  "author-again": "E1001",
  approver: "E2001",
  handler: "E3001",
  "other-handler": "E3002",
  auditor: "E4001",
  worker: "P1",
} as const;

export type Somebody = keyof typeof STAFF;

/** The service, what was sent to it so far, and everybody who sends something. */
export type World = {
  readonly service: StoryService;
  readonly transcript: Transcript;
  /** The browser of somebody, which keeps its cookies from chapter to chapter. */
  readonly as: (who: Somebody) => Browser;
  /** The clients of the other systems, once they have their keys. */
  readonly machine: (name: string) => Client;
  /** Where an auditor keeps what they were given. */
  readonly folder: Folder;
  readonly close: () => Promise<void>;
};

export const PASSWORD = "four words in a row";

export function emailOf(who: Somebody): string {
  return who === "admin" ? "admin@evenhand.local" : `${who}@example.com`;
}

export async function openWorld(open: OpenDatabase, startsAt: string): Promise<World> {
  const service = await startService(open, startsAt);
  const transcript = new Transcript();
  const folder = openFolder(transcript);
  const place = { url: service.url, transcript };
  const browsers = new Map<Somebody, Browser>();
  for (const who of Object.keys(STAFF) as Somebody[])
    browsers.set(who, browserOf(place, { who, email: emailOf(who), password: PASSWORD }));
  return {
    service,
    transcript,
    as: (who) => {
      const browser = browsers.get(who);
      if (!browser) throw new Error(`nobody is called \`${who}\``);
      return browser;
    },
    machine: (name) => machineOf(place, { name, key: transcript.named(name) }),
    folder,
    close: async () => {
      folder.remove();
      await service.stop();
    },
  };
}

/** Turns the clock to a morning on which somebody signs in; the sessions of other days are over. */
export async function onDay(
  { service, as }: World,
  moment: string,
  ...people: readonly Somebody[]
): Promise<void> {
  service.turnTo(moment);
  for (const who of people) await as(who).signIn();
}
