import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { somebody } from "../policies/scene.ts";
import { differences } from "../story/shown.ts";
import { type KeptService, openKeptService } from "./kept-service.ts";
import { type Block, blocksOf, readPage } from "./markdown.ts";
import { done } from "./problems/example.ts";

const BLOCKS = blocksOf(readPage("docs/reference/api.md"));
const HANDLER = somebody("E3001", ["handler"]);

/** An act of the page with what the page shows of the answer to it. */
type Act = { readonly name: string; readonly path: string; readonly body: unknown; readonly answer: Block };

const ASKED = /^json act (\S+) POST (\S+)$/;
const ANSWERED = /^json act (\S+) (\d{3})$/;

function actsShown(): readonly Act[] {
  return BLOCKS.flatMap(({ info, text, line }, place) => {
    const [, name = "", path] = ASKED.exec(info) ?? [];
    if (path === undefined) return [];
    const answer = BLOCKS[place + 1];
    if (!answer || ANSWERED.exec(answer.info)?.[1] !== name) throw new Error(`line ${line}: shows no answer`);
    return [{ name, path, body: JSON.parse(text) as unknown, answer }];
  });
}

/** The decision of the page's own request; everything that the page tells of comes after it. */
async function recordExample(service: KeptService): Promise<string> {
  const asked = BLOCKS.find(({ info }) => info.startsWith("json request POST /v1/policies/complaint-fines/"));
  const { case: theCase } = JSON.parse(asked?.text ?? "{}") as { readonly case: unknown };
  const recorded = await done(service.as(HANDLER), {
    path: "/v1/decisions",
    body: { policy: "complaint-fines", case: theCase },
  });
  return String(recorded["id"]);
}

describe("what comes after a decision, on the API page", () => {
  const acts = actsShown();
  let service: KeptService;
  let decision = "";
  const fill = (text: string): string => text.replaceAll("$DECISION", decision);

  beforeAll(async () => {
    service = await openKeptService();
    decision = await recordExample(service);
  });
  afterAll(() => service.close());

  it("is a waiver, a restated bonus and a reversal", () => {
    expect(acts.map(({ name }) => name)).toEqual(["waiver", "restatement", "reversal"]);
  });

  it.each(acts.map((act) => [act.name, act] as const))("is answered as shown: the %s", async (name, act) => {
    const app = service.as(HANDLER);
    // The page says that July is closed by then.
    if (name === "restatement")
      await done(app, {
        path: "/v1/payroll/2026-07/close",
        body: {
          bonuses: [
            { person: "P1", bonusMinor: 200_000 },
            { person: "P2", bonusMinor: 150_000 },
          ],
        },
      });
    const response = await app.request(fill(act.path), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(act.body),
    });
    expect(String(response.status)).toBe(ANSWERED.exec(act.answer.info)?.[2]);
    expect(differences(JSON.parse(act.answer.text), await response.json(), { fill })).toEqual([]);
  });

  it("is found where it is not as shown", () => {
    expect(differences({ decision: "$DECISION" }, { decision: "dec-other" }, { fill })).toHaveLength(1);
  });
});
