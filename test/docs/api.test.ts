import { createApp, declaredRoutes } from "@evenhand/api";
import { describe, expect, it } from "vitest";
import { type Block, blocksOf, readPage, sectionsOf } from "./markdown.ts";
import { type Answer, SERVICE, answer } from "./service.ts";

const PAGE = readPage("docs/reference/api.md");

/** A request of the page with what the page shows of the answer to it. */
type Exchange = {
  readonly address: string;
  readonly body: string;
  readonly line: number;
  readonly response: Block;
  /** Steps of the explanation that are shown. */
  readonly steps: readonly Block[];
};

const REQUEST = /^json request POST (\S+)$/;

/** Each request, with the blocks that follow it up to the next one. */
function exchangesOf(blocks: readonly Block[]): readonly Exchange[] {
  return blocks.flatMap(({ info, text, line }, place) => {
    const address = REQUEST.exec(info)?.[1];
    if (address === undefined) return [];
    const after = blocks.slice(place + 1);
    const end = after.findIndex((block) => REQUEST.test(block.info));
    const [response, ...steps] = end === -1 ? after : after.slice(0, end);
    if (!response?.info.startsWith("json response ")) throw new Error(`line ${line}: shows no answer`);
    const other = steps.find((block) => block.info !== "json step");
    if (other) throw new Error(`line ${other.line}: nothing says what \`${other.info}\` shows`);
    return [{ address, body: text, line, response, steps }];
  });
}

function send({ address, body }: Exchange): Promise<Answer> {
  return answer(SERVICE, address, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json" },
  });
}

/** What the walk through shows is held against the story that it tells, and acts are carried out: both need a database. */
const NEEDS_DATABASE = /^json (story|act) /;

/** The rows of the tables of routes: `POST /v1/drafts | drafts:write`, those that let in whoever has their own with `own`. */
function routesShown(): readonly string[] {
  const section = sectionsOf(PAGE).find(({ title }) => title === "Routes");
  const rows = section?.text.matchAll(/^\| `([A-Z]+ \/[^`]*)` \| `([^`]+)`(, `own`)? \| .{5,} \|$/gm) ?? [];
  return [...rows].map(([, route, permission, own]) => `${route} | ${permission}${own ?? ""}`);
}

function routesDeclared(): readonly string[] {
  return declaredRoutes(createApp(SERVICE)).map(
    ({ method, path, permission, own }) =>
      `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")} | ${permission}${own === true ? ", `own`" : ""}`,
  );
}

/** What a block shows of an answer: the status behind its name, and the body. */
function shownIn({ info, text }: Block): Answer {
  return { status: Number(info.split(" ").at(-1)), body: JSON.parse(text) as Answer["body"] };
}

describe("the API page", () => {
  const exchanges = exchangesOf(
    blocksOf(PAGE).filter(({ info }) => info.startsWith("json") && !NEEDS_DATABASE.test(info)),
  );

  it("shows a decision with a step of its explanation, and a problem", () => {
    expect(exchanges.map(({ response, steps }) => [response.info, steps.length])).toEqual([
      ["json response 200", 1],
      ["json response 422", 0],
    ]);
  });

  it.each(exchanges.map((exchange) => [exchange.line, exchange] as const))(
    "the request in line %i is answered as shown",
    async (_line, exchange) => {
      const answered = await send(exchange);
      expect(answered).toMatchObject(shownIn(exchange.response));
      const explained = answered.body["explanation"] ?? [];
      const steps = exchange.steps.map(({ text }) => JSON.parse(text) as unknown);
      expect(explained).toEqual(expect.arrayContaining(steps));
    },
  );

  it("an answer that is not as shown is found", async () => {
    const [first] = exchanges;
    if (!first) throw new Error("the page shows no request");
    const answered = await send(first);
    expect(answered).not.toMatchObject({ ...shownIn(first.response), status: 422 });
    expect(answered).not.toMatchObject({ body: { outcome: { disposition: "refused" } } });
    expect(answered.body["explanation"]).not.toEqual(expect.arrayContaining([{ stage: "intake" }]));
  });

  it("names every route that the service has, with what it asks for, and no other", () => {
    const declared = routesDeclared();
    expect(declared.length).toBeGreaterThan(50);
    expect(routesShown().toSorted()).toEqual(declared.toSorted());
  });

  it("leaves out nothing that the contract describes", async () => {
    const { body } = await answer(SERVICE, "/openapi.json", {});
    const described = Object.entries(body["paths"] as Readonly<Record<string, object>>).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const shown = new Set(routesShown().map((row) => row.split(" | ")[0]));
    expect(described.filter((route) => !shown.has(route))).toEqual([]);
  });
});
