// Takes a picture of every screen of the app, in both languages and two widths, over the sample company, and says what is
// wrong with any of them. Run as `npm run screens [-- <name of a screen>…]`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language, Role } from "@evenhand/domain";
import type { Page } from "playwright-core";
import { seriousFaults } from "../admin/serious-faults.ts";
import { type AdminWorld, type Visitor, startAdminWorld } from "../admin/world.ts";
import {
  CONDUCT,
  conductCase,
  draftOfConduct,
  publishConduct,
  record,
  recordUnequalSites,
} from "../admin/record-decisions.ts";
import { MINUTE_MS, type TestPerson } from "../auth/service.ts";
import { SCREENS, type Scenery, type Screen, settled } from "./screens.ts";

const FOLDER = fileURLToPath(new URL("../../docs/screens", import.meta.url));
const WIDTHS = [1280, 1920] as const;
const LANGUAGES = ["zh", "en"] as const;
/** Who looks; sample people are staff numbers. */
const PEOPLE = {
  author: "E1001",
  approver: "E1002",
  handler: "E1003",
  admin: "E1004",
  auditor: "E1005",
} as const;
/** Where they are, and where the policies apply. */
const TIME_ZONE = "Asia/Shanghai";
const HEIGHT = 800;
const QUALITY = 82;

type People = Readonly<Partial<Record<Role, TestPerson>>>;

async function main(names: readonly string[]): Promise<number> {
  const wanted = SCREENS.filter(({ name }) => names.length === 0 || names.includes(name));
  mkdirSync(FOLDER, { recursive: true });
  const world = await startAdminWorld();
  let faults = 0;
  try {
    const people = await everybody(world);
    const scenery = await prepare(world, people);
    for (const language of LANGUAGES)
      faults += await shootAll({ world, people, scenery, screens: wanted, language });
  } finally {
    await world.stop();
  }
  console.log(
    `${wanted.length * LANGUAGES.length * WIDTHS.length} pictures in docs/screens, ${faults} faults`,
  );
  return faults === 0 ? 0 : 1;
}

async function everybody({ service }: AdminWorld): Promise<People> {
  const people: Partial<Record<Role, TestPerson>> = {};
  for (const [role, personId] of Object.entries(PEOPLE))
    people[role as Role] = await service.person({
      roles: [role as Role],
      personId,
      name: personId,
      email: `${personId.toLowerCase()}@example.org`,
    });
  return people;
}

/** The sample company, and a draft that waits for its review. */
async function prepare(world: AdminWorld, people: People): Promise<Scenery> {
  const author = await world.open();
  await author.goTo("/");
  await signIn(author, people.author);
  const headers = { Origin: world.url };
  await author.page.request.post("/v1/sample", { headers });
  for (;;) {
    const answer = await author.page.request.get("/v1/sample");
    const { state, policy, draft } = (await answer.json()) as {
      readonly state: string;
      readonly policy: string | null;
      readonly draft: string | null;
    };
    if (state === "loaded" && policy !== null && draft !== null) {
      const handed = await handInDraft(author, policy);
      await author.close();
      return { policy, draft, ...handed, ...(await recordAll(world, people)) };
    }
    if (state !== "loading") throw new Error(`the sample company is ${state}`);
    await author.page.waitForTimeout(500);
  }
}

/** So many people of each site, at one of which more is decided than the rules propose. */
const SITES = { people: { suzhou: 14, kunshan: 14, warehouse: 4 }, harsherAt: "suzhou" } as const;

/** Decisions of every kind under a policy like the sample's, a replay of them, and what they say of how sites fare. */
async function recordAll(
  { service }: AdminWorld,
  { handler, auditor }: People,
): Promise<Pick<Scenery, "decision" | "otherRules" | "replay" | "fairness">> {
  if (!handler || !auditor) throw new Error("nobody decides, or nobody audits");
  await publishConduct(service);
  const small = { lossAmount: 50_000, timesInYear: 0, person: "E2003" };
  await record(service, handler, { case: conductCase("C-2026-1118", small) });
  await record(service, handler, {
    case: conductCase("C-2026-1119", { lossAmount: 900_000, intent: "wilful", person: "E2002" }),
  });
  const decision = await record(service, handler, {
    case: conductCase("C-2026-1120"),
    departures: [{ party: "E2001", fineMinor: 60_000 }],
    reason: "The machine had been reported as faulty.",
  });
  // Like the one that was departed from, and decided as the rules propose.
  await record(service, handler, { case: conductCase("C-2026-1121", { person: "E2004" }) });
  const otherRules = await draftOfConduct(service, { repeatFine: 220_000 });
  const cookie = await service.signIn(auditor);
  const begun = await service.send("/v1/replays", { method: "POST", cookie, body: {} });
  await recordUnequalSites(service, handler, SITES);
  const body = { policy: CONDUCT, groups: ["site"], cross: ["site", "rank"] };
  const asked = await service.send("/v1/fairness", { method: "POST", cookie, body });
  return { decision, otherRules, replay: String(begun.body["id"]), fairness: String(asked.body["id"]) };
}

type Fine = { readonly document: { readonly parameters: { readonly mediumFine: { value: number } } } };

/** A draft of the sample policy in which a fine is higher, simulated and handed in for review. */
async function handInDraft(
  author: Visitor,
  policy: string,
): Promise<Pick<Scenery, "handedIn" | "simulation">> {
  const id = await author.beginDraft(policy);
  const path = `/v1/drafts/${id}`;
  const { document } = (await (await author.page.request.get(path)).json()) as Fine;
  document.parameters.mediumFine.value *= 1.5;
  const at = (revision: number) => ({
    Origin: new URL(author.page.url()).origin,
    "If-Match": `"${revision}"`,
  });
  await author.page.request.put(path, { headers: at(1), data: { label: "medium fine", document } });
  const groups = ["department", "rank"];
  const simulation = await simulate(author, { policy, candidate: { draft: id }, groups });
  const answer = await author.page.request.post(`${path}/submit`, { headers: at(2) });
  if (answer.status() !== 200) throw new Error(`handing in: ${await answer.text()}`);
  return { handedIn: id, simulation };
}

/** The sample company has past cases, so that a draft is handed in with a full simulation. */
async function simulate(author: Visitor, data: object): Promise<string> {
  const { request } = author.page;
  const headers = { Origin: new URL(author.page.url()).origin };
  const started = await request.post("/v1/simulations", { headers, data });
  const { id } = (await started.json()) as { readonly id: string };
  for (;;) {
    const told = await request.get(`/v1/simulations/${id}`);
    const { state } = (await told.json()) as { readonly state: string };
    if (state === "done") return id;
    if (state === "failed") throw new Error(`the simulation ${id} failed`);
    await author.page.waitForTimeout(200);
  }
}

type Shooting = {
  readonly world: AdminWorld;
  readonly people: People;
  readonly scenery: Scenery;
  readonly screens: readonly Screen[];
  readonly language: Language;
};

/** One window for each role, so that whoever looks stays signed in. */
async function shootAll({ world, people, scenery, screens, language }: Shooting): Promise<number> {
  const windows = new Map<Role | undefined, Visitor>();
  let faults = 0;
  for (const screen of screens) {
    const { role } = screen;
    const visitor = windows.get(role) ?? (await world.open({ language, timeZone: TIME_ZONE }));
    const { page } = visitor;
    if (!windows.has(role) && role !== undefined) {
      await visitor.goTo("/");
      await signIn(visitor, people[role]);
    }
    windows.set(role, visitor);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      // Or whoever looks is told of the page that was just left.
      world.service.pass(MINUTE_MS);
      await visitor.goTo(screen.path(scenery));
      await screen.act?.(page);
      await settled(page);
      await shoot(page, `${screen.name}.${language}.${width}.webp`);
      const found = await faultsOf(page);
      for (const fault of found) console.log(`${screen.name} ${language} ${width}: ${fault}`);
      faults += found.length;
    }
  }
  for (const visitor of windows.values()) {
    for (const complaint of visitor.complaints) console.log(`${language}: ${complaint}`);
    faults += visitor.complaints.length;
    await visitor.close();
  }
  return faults;
}

async function signIn(visitor: Visitor, person: TestPerson | undefined): Promise<void> {
  if (!person) throw new Error("nobody of this role was made");
  await visitor.signIn(person);
}

async function shoot(page: Page, name: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  await browser.detach();
  writeFileSync(join(FOLDER, name), Buffer.from(data, "base64"));
}

/** What somebody who cannot see well, or whose window is narrow, would stumble over. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const isWide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
  return [...(await seriousFaults({ page })), ...(isWide ? ["wider than the window"] : [])];
}

process.exitCode = await main(process.argv.slice(2));
