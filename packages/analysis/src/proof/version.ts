import type { LoadedVersion } from "@evenhand/engine";
import { attributionIdentity, canReceive, encodeAttribution, factsIdentity } from "./attribution.ts";
import type { Facts } from "./facts.ts";
import { encodeIntake } from "./intake.ts";
import { type Charge, encodePenalty, namesSomebody } from "./penalty.ts";
import { TRUE, type Term, and, atMost, implies, int } from "./terms.ts";
import { whole } from "./values.ts";
import { type World, declareFacts } from "./world.ts";

/** A version as it decides about the person in question, in one text with others. */
export type EncodedVersion = {
  readonly facts: Facts;
  readonly asked: Term;
  readonly lossShare: Term;
  readonly charge: Charge;
};

const MOST_EVIDENCE = 500;

/**
 * Writes a version's facts and rules into a world's text. What it says holds of every case that the engine decides under
 * this version, and of every party in it – and, where rules name people who are no parties, of these.
 */
export function encodeVersion(world: World, loaded: LoadedVersion, { tag, first }: Tagged): EncodedVersion {
  const { script } = world;
  const { policy, hash } = loaded.version;
  script.comment(`${tag}: ${policy.id} version ${policy.version}, ${hash}`);
  const open = canReceive(loaded) || namesSomebody(loaded);
  const isParty = open ? script.declare("is a party", "Bool") : TRUE;
  const asked = open ? script.declare(`${tag}: rules are asked of the person`, "Bool") : TRUE;
  script.assert(and(implies(world.alone, isParty), implies(isParty, asked)));
  const countsAlike = first !== undefined && factsIdentity(first.facts.loaded) === factsIdentity(loaded);
  const facts: Facts = {
    world,
    loaded,
    tag,
    othersTag: countsAlike ? first.facts.othersTag : tag,
    isParty,
    values: new Map(declareFacts(world, policy, isParty)),
    fired: new Map(),
    named: new Map(),
    opened: [],
  };
  supply(facts);
  encodeIntake(facts);
  const { lossShare } = encodeAttribution(facts, { asked, like: likeIn(loaded, first) });
  return { facts, asked, lossShare, charge: encodePenalty(facts, { asked, lossShare }) };
}

export type Tagged = {
  /** Tells what belongs to this version from what belongs to another in the same text. */
  readonly tag: string;
  /** The version that the text holds already, where there is one. */
  readonly first?: EncodedVersion;
};

/** The share of the loss that the first version gives, where the other one divides every loss as that one does. */
function likeIn(loaded: LoadedVersion, first: EncodedVersion | undefined): Term | undefined {
  if (!first || attributionIdentity(first.facts.loaded) !== attributionIdentity(loaded)) return undefined;
  return first.lossShare;
}

/** What the engine supplies before the first stage, and what later stages find, which is left open here. */
function supply({ world, values, tag }: Facts): void {
  const { script, evaluatedAt, evaluatedOn, kind } = world;
  values.set("evaluatedAt", whole(evaluatedAt, TRUE));
  values.set("evaluatedOn", whole(evaluatedOn, TRUE));
  values.set("partyKind", { kind: "code", known: TRUE, code: kind });
  const evidence = script.declare("supportingEvidence", "Int");
  script.assert(and(atMost(int(0), evidence), atMost(evidence, int(MOST_EVIDENCE))));
  values.set("supportingEvidence", whole(evidence, TRUE));
  for (const name of ["chargedTotal", "chargedParties", "gradedParties"] as const) {
    const found = script.declare(`${tag}: ${name}`, "Int");
    script.assert(atMost(int(0), found));
    values.set(name, whole(found, TRUE));
  }
}
