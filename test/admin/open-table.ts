import type { CDPSession, Locator, Page } from "playwright-core";
import { savedIfEdited } from "./saved.ts";
import type { AdminWorld, Visitor } from "./world.ts";

export type Table = {
  readonly hitPolicy: string;
  readonly rows: readonly {
    readonly id: string;
    readonly when: readonly unknown[];
    readonly then: readonly unknown[];
    readonly references?: readonly unknown[];
  }[];
};

/** A row of `TIERS` or `WIDE`. */
export function row(id: string, when: readonly unknown[], amount: number): object {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
  return { id, when, then: [amount] };
}

/** Tiers of fines by loss, how often and whether meant, put into the draft of a policy that has facts for it. */
export const TIERS = {
  label: { en: "Fine tiers", zh: "罚款档次" },
  stage: "penalty",
  scope: "party",
  references: [{ article: "4.2" }],
  hitPolicy: "unique",
  inputs: [{ fact: "tierLoss" }, { fact: "tierTimes" }, { fact: "tierMeant" }],
  event: { type: "fine", params: {} },
  outputs: ["amount"],
  rows: [
    row("small", [{ below: 100_000 }, null, null], 20_000),
    row("first", [{ atLeast: 100_000, below: 500_000 }, { is: 1 }, null], 50_000),
    row("second", [{ atLeast: 100_000, below: 500_000 }, { is: 2 }, null], 60_000),
    row("large", [{ atLeast: 500_000 }, null, null], 200_000),
  ],
};

/** Six columns: four that are asked, an amount and the articles. */
export const WIDE = {
  ...TIERS,
  hitPolicy: "first",
  inputs: [...TIERS.inputs, { fact: "tierShare" }],
  rows: Array.from({ length: 40 }, (_, index) =>
    row(`tier-${index + 1}`, [{ below: (index + 1) * 1_000 }, { is: index + 1 }, null, null], 10_000),
  ),
};

const FACTS = {
  tierShare: { type: "rate", label: { en: "share", zh: "比例" }, required: true },
  tierLoss: { type: "money", label: { en: "loss", zh: "损失" }, required: true },
  tierTimes: {
    type: "integer",
    label: { en: "times in 12 months", zh: "十二个月内次数" },
    required: true,
    minimum: 1,
  },
  tierMeant: { type: "boolean", label: { en: "meant", zh: "故意" } },
};

/** An author before the table, the draft as it is stored, and the keyboard of an input method. */
export type AtTable = {
  readonly author: Visitor;
  readonly page: Page;
  /** The table as it is stored, or what of it is asked for. */
  readonly stored: () => Promise<Table>;
  readonly keyboard: CDPSession;
  readonly cell: (row: number, column: number) => Locator;
};

/** How an author comes to a table: the one of `TIERS` in English, where nothing is said. */
export type TableGiven = {
  readonly language?: "en" | "zh";
  readonly width?: number;
  readonly table?: object;
  /** Where in the table the address leads. */
  readonly at?: string;
  /** Without what only newer browsers can. */
  readonly isOlder?: boolean;
};

/** Opens a draft with a table in a window of an author of its own. */
export async function openTable(world: AdminWorld, given: TableGiven): Promise<AtTable> {
  const { language = "en", width = 1440, table = TIERS, at = "", isOlder = false } = given;
  const author = await world.open({ language, width });
  const { page } = author;
  if (isOlder) await page.addInitScript("delete Element.prototype.moveBefore");
  await author.goTo("/");
  await author.signInAs("author");
  const id = await author.beginDraft("complaint-fines");
  await change(page, id, (document) => {
    document.facts.case = { ...document.facts.case, ...FACTS };
    document.tables["fine-tiers"] = table;
  });
  await author.goTo(`/policies/complaint-fines/draft/${id}?at=/tables/fine-tiers${at}`);
  await page.getByRole("grid").waitFor();
  return {
    author,
    page,
    keyboard: await page.context().newCDPSession(page),
    stored: async () => (await settled(page, id)).document.tables["fine-tiers"] as Table,
    cell: (row, column) =>
      page
        .getByRole("grid")
        .locator("tbody tr")
        .nth(row - 1)
        .locator("td")
        .nth(column - 1),
  };
}

type Document = {
  readonly facts: { case: Record<string, unknown> };
  readonly tables: Record<string, unknown>;
};

async function read(
  page: Page,
  id: string,
): Promise<{ readonly document: Document; readonly revision: number }> {
  return (await page.request.get(`/v1/drafts/${id}`)).json() as Promise<{
    document: Document;
    revision: number;
  }>;
}

/** The draft once no edit waits any more. */
async function settled(page: Page, id: string): ReturnType<typeof read> {
  await savedIfEdited(page);
  return read(page, id);
}

/** Changes a draft past its page. */
export async function change(page: Page, id: string, mend: (document: Document) => void): Promise<void> {
  const { document, revision } = await read(page, id);
  mend(document);
  const answer = await page.request.put(`/v1/drafts/${id}`, {
    data: { label: "a table to try", document },
    headers: { Origin: new URL(page.url()).origin, "If-Match": `"${revision}"` },
  });
  if (answer.status() !== 200) throw new Error(`changing the draft: ${await answer.text()}`);
}
