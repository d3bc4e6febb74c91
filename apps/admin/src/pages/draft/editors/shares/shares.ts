import { fromMillionths, hasAtMostSixPlaces, toMillionths } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  textAt,
} from "../../../../document/pointer.ts";
import { type FigureAt, figureNamed } from "../../../../document/document-names.ts";

const WHOLE = 1_000_000;
/** Shares beyond this many wholes are no shares any more. */
const MOST = 1_000;

/** What one claims of the whole. */
export type Claim = {
  /** The rule or row that says it. */
  readonly pointer: string;
  readonly portion: string;
  /** Who bears it: a word, or a fact that names them; nothing where it is the party that the rule is asked of. */
  readonly bearer: Json | undefined;
  /** In millionths of the whole; undefined where only a case says how much. */
  readonly millionths: number | undefined;
  /** The fact of a case that says how much, where one does. */
  readonly fact: string;
  /** The figure that it is, where it is one with a name. */
  readonly figure: FigureAt | undefined;
  /** Where a bare number would stand. */
  readonly shareAt: string;
  readonly references: Json | undefined;
};

/** Claims that are made together: of the rows of one table, or of rules with the very same conditions. */
export type ShareGroup = {
  readonly key: string;
  /** The table, where it is one. */
  readonly table: string | undefined;
  readonly claims: readonly Claim[];
};

/** How the claims of a group come to the whole. */
export type ShareSum = {
  /** Claimed by figures, in millionths. */
  readonly claimed: number;
  /** What is left of the whole, in millionths, and who has it; nothing left where it is below zero. */
  readonly left: number;
  readonly heir: "rest" | "company";
  /** Some of the claims are known in a case only. */
  readonly isOpen: boolean;
};

/** Every claim on the loss in a document, those that are made together in one group. */
export function shareGroups(document: JsonObject): readonly ShareGroup[] {
  const rules = itemsOf(document["rules"]).flatMap((rule, index) => {
    if (textAt(rule, "/rule/event/type") !== "bear") return [];
    const pointer = pointerTo("rules", index);
    const body = fieldsOf(fieldsOf(rule)["rule"]);
    const params = fieldsOf(fieldsOf(body["event"])["params"]);
    const at = `${pointer}/rule/event/params/share`;
    const place = { pointer, shareAt: at, references: fieldsOf(rule)["references"] };
    return [
      { conditions: JSON.stringify(body["conditions"] ?? null), claim: claimOf(document, params, place) },
    ];
  });
  const byConditions = [...Map.groupBy(rules, ({ conditions }) => conditions).values()];
  return [
    ...byConditions.map((alike) => ({
      key: alike[0]?.claim.pointer ?? "",
      table: undefined,
      claims: alike.map(({ claim }) => claim),
    })),
    ...Object.entries(fieldsOf(document["tables"])).flatMap(([id, table]) => tableGroup(document, id, table)),
  ];
}

/** What the claims of a group come to; undefined where none of them is a share of so much. */
export function sumOf({ claims }: ShareGroup): ShareSum | undefined {
  const shares = claims.filter(({ portion }) => portion === "share");
  if (shares.length === 0) return undefined;
  const claimed = shares.reduce((sum, { millionths }) => sum + (millionths ?? 0), 0);
  return {
    claimed,
    left: WHOLE - claimed,
    heir: claims.some(({ portion }) => portion === "rest") ? "rest" : "company",
    isOpen: shares.some(({ millionths }) => millionths === undefined),
  };
}

/** A share as a figure is: `rateOf(250_000)` is 0.25. */
export function rateOf(millionths: number): number {
  return fromMillionths(millionths);
}

function tableGroup(document: JsonObject, id: string, table: Json): readonly ShareGroup[] {
  if (textAt(table, "/event/type") !== "bear") return [];
  const pointer = pointerTo("tables", id);
  const common = fieldsOf(fieldsOf(fieldsOf(table)["event"])["params"]);
  const outputs = itemsOf(fieldsOf(table)["outputs"]);
  const claims = itemsOf(fieldsOf(table)["rows"]).map((row, index) => {
    const then = itemsOf(fieldsOf(row)["then"]);
    const own = outputs.flatMap((name, at) =>
      typeof name === "string" ? [[name, then[at] ?? null] as const] : [],
    );
    const rowAt = `${pointer}/rows/${index}`;
    const shareAt = outputs.includes("share")
      ? `${rowAt}/then/${outputs.indexOf("share")}`
      : `${pointer}/event/params/share`;
    const references = fieldsOf(row)["references"] ?? fieldsOf(table)["references"];
    return claimOf(
      document,
      { ...common, ...Object.fromEntries(own) },
      { pointer: rowAt, shareAt, references },
    );
  });
  return [{ key: pointer, table: pointer, claims }];
}

function claimOf(
  document: JsonObject,
  params: JsonObject,
  place: Pick<Claim, "pointer" | "shareAt" | "references">,
): Claim {
  const share = params["share"];
  const figure = figureNamed(document, share);
  const rate = figure?.value ?? share;
  // More than the whole is counted as well, so that it can be said by how much.
  const isRate = typeof rate === "number" && rate >= 0 && rate <= MOST && hasAtMostSixPlaces(rate);
  return {
    ...place,
    portion: textAt(params, "/portion"),
    bearer: params["bearer"],
    millionths: isRate ? toMillionths(rate) : undefined,
    fact: figure ? "" : textAt(share ?? null, "/fact"),
    figure,
  };
}
