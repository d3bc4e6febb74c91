import type { Role } from "@evenhand/domain";
import type { Page } from "playwright-core";

/** Where the pictures are taken: the sample company, its draft, one draft that was handed in, and decisions. */
export type Scenery = {
  readonly policy: string;
  readonly draft: string;
  readonly handedIn: string;
  /** A decision that was recorded, and the replay of all. */
  readonly decision: string;
  /** An open draft of its policy. */
  readonly otherRules: string;
  readonly replay: string;
  /** How sites fare under the policy of the decision, as it was asked. */
  readonly fairness: string;
  /** What the draft that was handed in would have done. */
  readonly simulation: string;
};

/** One picture: what it is called, who looks, where, and what they did there. */
export type Screen = {
  readonly name: string;
  /** Nobody: it is seen before signing in. */
  readonly role?: Role;
  readonly path: (at: Scenery) => string;
  readonly act?: (page: Page) => Promise<void>;
};

const inDraft =
  (at: string, dock = "problems") =>
  ({ policy, draft }: Scenery): string =>
    `/policies/${policy}/draft/${draft}?at=${encodeURIComponent(at)}&dock=${dock}`;

function fairnessOf({ fairness }: Scenery): string {
  return `/fairness?policy=conduct&groups=site&cross=site%2Crank&measure=amount&run=${fairness}`;
}

const EFFECT = ".headline[data-current='true']";

/** Every screen of the app. */
export const SCREENS: readonly Screen[] = [
  { name: "sign-in", path: () => "/" },
  { name: "home", role: "author", path: () => "/" },
  { name: "policies", role: "author", path: () => "/policies" },
  { name: "policy", role: "author", path: ({ policy }) => `/policies/${policy}` },
  {
    name: "compare-sentences",
    role: "author",
    path: ({ policy }) => `/policies/${policy}/compare?a=2&b=3`,
  },
  {
    name: "compare-table",
    role: "author",
    path: ({ policy }) => `/policies/${policy}/compare?a=2&b=3&view=table`,
  },
  {
    name: "compare-json",
    role: "author",
    path: ({ policy }) => `/policies/${policy}/compare?a=2&b=3&view=json`,
  },
  { name: "draft-table", role: "author", path: inDraft("/tables/fine-by-loss") },
  { name: "draft-rule", role: "author", path: inDraft("/rules/4", "reading") },
  { name: "draft-rules", role: "author", path: inDraft("/rules") },
  { name: "draft-parameter", role: "author", path: inDraft("/parameters/mediumFine", "reading") },
  { name: "draft-deadlines", role: "author", path: inDraft("view:deadlines") },
  { name: "draft-authority", role: "author", path: inDraft("view:authorities") },
  { name: "draft-shares", role: "author", path: inDraft("view:shares") },
  {
    name: "draft-effect",
    role: "author",
    path: ({ policy, handedIn }) =>
      `/policies/${policy}/draft/${handedIn}?at=%2Fparameters%2FmediumFine&dock=effect`,
  },
  {
    name: "draft-examples",
    role: "author",
    path: ({ policy, handedIn }) => `/policies/${policy}/draft/${handedIn}?at=%2Fexamples%2F0&dock=examples`,
  },
  { name: "simulations", role: "author", path: () => "/simulations" },
  {
    name: "new-simulation",
    role: "author",
    path: ({ policy }) => `/simulations/new?policy=${policy}&baseline=2&version=3`,
    act: (page) => page.locator(".count-bars").waitFor(),
  },
  {
    name: "checks",
    role: "author",
    path: () => "/policies/complaint-fines/checks?version=1",
    act: async (page) => {
      await page.locator(".check-ask button[type='submit']").click();
      await page.locator(".check-finding").first().waitFor();
    },
  },
  { name: "reviews", role: "approver", path: () => "/reviews" },
  { name: "review", role: "approver", path: ({ handedIn }) => `/reviews/${handedIn}` },
  {
    name: "palette",
    role: "author",
    path: () => "/policies",
    act: async (page) => {
      await page.keyboard.press("Control+K");
      await page.getByRole("combobox").waitFor();
    },
  },
  { name: "simulation", role: "author", path: ({ simulation }) => `/simulations/${simulation}` },
  {
    name: "simulation-cases",
    role: "author",
    path: ({ simulation }) => `/simulations/${simulation}`,
    act: (page) => scrollTo(page, ".changed-cases"),
  },
  {
    name: "simulation-case",
    role: "author",
    path: ({ simulation }) => `/simulations/${simulation}`,
    act: async (page) => {
      await page.locator(".changed-cases tbody th a").first().click();
      await page.locator("#candidate-story li").first().waitFor();
    },
  },
  {
    name: "simulation-report",
    role: "author",
    path: ({ simulation }) => `/v1/simulations/${simulation}/export?format=html`,
  },
  { name: "decisions", role: "handler", path: () => "/decisions" },
  { name: "decision", role: "handler", path: ({ decision }) => `/decisions/${decision}` },
  {
    name: "decision-row",
    role: "handler",
    path: ({ decision }) => `/decisions/${decision}`,
    act: (page) => scrollTo(page, ".hit-row"),
  },
  {
    name: "decision-why-not",
    role: "handler",
    path: ({ decision }) => `/decisions/${decision}`,
    act: async (page) => {
      await page.locator("#what-would-change li").first().waitFor();
      await scrollTo(page, "#why-not");
    },
  },
  {
    name: "decision-like-cases",
    role: "auditor",
    path: ({ decision }) => `/decisions/${decision}`,
    act: async (page) => {
      await page.locator(".comparators").waitFor();
      await scrollTo(page, "#comparators");
    },
  },
  {
    name: "decision-other-rules",
    role: "auditor",
    path: ({ decision, otherRules }) => `/decisions/${decision}?under=${otherRules}`,
    act: async (page) => {
      await page.locator(".beside-of").nth(1).waitFor();
      await scrollTo(page, "#other-rules");
    },
  },
  {
    name: "decision-proof",
    role: "auditor",
    path: ({ decision }) => `/decisions/${decision}`,
    act: async (page) => {
      for (const button of await page.locator(".decision-proof button").all()) await button.click();
      await page.locator(".decision-proof .tag").nth(1).waitFor();
      await scrollTo(page, "#proof");
    },
  },
  { name: "replays", role: "auditor", path: () => "/replays" },
  { name: "replay", role: "auditor", path: ({ replay }) => `/replays/${replay}` },
  {
    name: "fairness",
    role: "auditor",
    path: fairnessOf,
    act: (page) => page.locator(".headline-sentence").waitFor(),
  },
  {
    name: "fairness-groups",
    role: "auditor",
    path: fairnessOf,
    act: (page) => scrollTo(page, "#groups"),
  },
  {
    name: "fairness-cases",
    role: "auditor",
    path: ({ fairness }) => `/fairness/${fairness}/cases?group=site&value=suzhou`,
  },
  { name: "import", role: "handler", path: () => "/imports/new" },
  { name: "import-policy", role: "author", path: () => "/imports/policy" },
  { name: "settings-people", role: "admin", path: () => "/settings/people" },
  { name: "settings-keys", role: "admin", path: () => "/settings/keys" },
  { name: "settings-try", role: "author", path: () => "/settings/try" },
  { name: "settings-calendars", role: "author", path: () => "/settings/calendars" },
  { name: "settings-guards", role: "author", path: () => "/settings/guards" },
  { name: "settings-vocabulary", role: "author", path: () => "/settings/vocabulary" },
  { name: "settings-service", role: "admin", path: () => "/settings/service" },
  { name: "audit", role: "auditor", path: () => "/audit?kind=policy-version" },
  {
    name: "audit-verified",
    role: "auditor",
    path: () => "/audit",
    act: async (page) => {
      await page.locator(".audit-verify button[data-kind='main']").click();
      await page.locator(".audit-verified").waitFor();
    },
  },
  { name: "not-found", role: "author", path: () => "/nowhere" },
];

/** Brings a part of a long page to the upper end of the window. */
async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.evaluate(`document.querySelector("${selector}").scrollIntoView()`);
}

/** Waits for what comes a moment after the page itself. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.locator(".skeleton, [aria-busy='true']").first().waitFor({ state: "detached" });
  if (page.url().includes("/draft/") && page.url().includes("dock=effect"))
    await page.locator(EFFECT).waitFor();
}
