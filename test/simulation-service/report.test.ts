import type { SimulationResult } from "@evenhand/analysis";
import { formatMinor } from "@evenhand/domain";
import { type SimulationView, beginSimulation, exportReport, readSimulation } from "@evenhand/service";
import { expect, it } from "vitest";
import { textOf, textsOf, unbalancedTags } from "../notices/html-text.ts";
import { AUTHOR, type Scene, given, refusalOf, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { POLICY, keepPast, workOff } from "./past.ts";

type Found = { readonly view: SimulationView; readonly found: SimulationResult };

async function simulated(scene: Scene, asked: object): Promise<Found> {
  const body = { policy: POLICY, baseline: 1, candidate: { version: 2 }, ...asked };
  const { id } = given(await beginSimulation(scene.context, { actor: AUTHOR, body }));
  await workOff(scene.context);
  const view = JSON.parse(given(await readSimulation(scene.context, { id })).body) as SimulationView;
  if (!view.result) throw new Error("nothing was found");
  return { view, found: view.result.simulation };
}

/** The rows of the table of a document that a label names, each cell as it is read. */
function rowsOf(html: string, label: string): readonly (readonly string[])[] {
  const [, table = ""] = new RegExp(`<table aria-label="${label}">(.*?)</table>`, "s").exec(html) ?? [];
  return [...table.matchAll(/<tr class="\w+">(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) =>
      textsOf(`<body>${cell}`).join(" "),
    ),
  );
}

const count = (number: number): string => number.toLocaleString("en");

onBothDatabases("the report of a simulation", (open) => {
  it.each(["en", "zh"] as const)("says what was found, figure by figure, in %s", async (language) => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 300 });
    const { view, found } = await simulated(scene, { groups: ["complaintKind"] });
    const { bytes, mediaType, fileName } = given(
      await exportReport(scene.context, { id: view.id, language }),
    );
    const html = new TextDecoder().decode(bytes);
    expect([mediaType, unbalancedTags(html)]).toEqual(["text/html; charset=utf-8", []]);
    expect(fileName).toBe(`${language === "zh" ? "模拟报告" : "simulation"}-${view.id}.html`);
    const said = textOf(html);
    expect(said).toContain(found.headline[language]);
    for (const limit of found.limits) expect(said).toContain(limit[language]);
    const zh = language === "zh";
    const totals = rowsOf(html, zh ? "合计" : "Totals").map(([, figure]) => figure);
    expect(totals.slice(0, 2)).toEqual(
      [found.amounts.baselineMinor, found.amounts.candidateMinor].map((minor) => formatMinor(minor, "CNY")),
    );
    const bins = rowsOf(html, zh ? "每件案件的金额变化" : "Change in amount per case");
    const inBins = bins.reduce((sum, [, cases]) => sum + Number(cases?.replaceAll(",", "")), 0);
    expect([bins.length, inBins]).toEqual([found.histogram.length + 1, found.counts.changed]);
    const [group] = found.groups;
    expect(rowsOf(html, group?.label[language] ?? "none")).toEqual(
      group?.values.map((value) => [
        value.label[language],
        ...(value.isWithheld
          ? [zh ? "不显示" : "not shown", "–", "–", "–"]
          : [value.n, value.lower, value.same, value.higher].map(count)),
      ]),
    );
    const rules = rowsOf(html, zh ? "有变化的规则与参数" : "Rules and figures that changed");
    expect(rules.map(([name, before, after]) => [name, before, after])).toEqual(
      found.rules.map(({ rule, label, baseline, candidate }) => [
        label[language],
        // A figure stands in no case.
        ...(rule.startsWith("parameter.") ? ["–", "–"] : [count(baseline), count(candidate)]),
      ]),
    );
    const cells = rowsOf(html, zh ? "原结果 → 新结果" : "Old → new outcome").flatMap((row) => row.slice(1));
    expect(cells.reduce((sum, cell) => sum + Number(cell.replaceAll(",", "")), 0)).toBe(
      found.transitions.reduce((sum, { parties }) => sum + parties, 0),
    );
    const foundBy = rowsOf(html, zh ? "复现" : "Reproduce").map(([, value]) => value);
    expect(foundBy).toEqual([
      view.id,
      view.baseline.hash,
      "hash" in view.candidate ? view.candidate.hash : "",
      view.result?.caseSet.hash,
      view.result?.engine,
      view.resultHash,
      view.command,
    ]);
  });

  it("is a page of words where there were no cases, and none before anything was found", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const asked = { actor: AUTHOR, body: { policy: POLICY, candidate: { version: 2 }, baseline: 1 } };
    const { id } = given(await beginSimulation(scene.context, asked));
    expect(refusalOf(await exportReport(scene.context, { id, language: "en" }))).toEqual(["wrong-state"]);
    await workOff(scene.context);
    const { bytes } = given(await exportReport(scene.context, { id, language: "en" }));
    const html = new TextDecoder().decode(bytes);
    expect(textOf(html)).toContain("There are no past cases");
    expect(rowsOf(html, "Totals")).toEqual([]);
    expect(rowsOf(html, "Reproduce")).toHaveLength(7);
  });
});
