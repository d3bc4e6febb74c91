import type { LoadedVersion } from "@evenhand/engine";
import { attributionIdentity, canReceive, encodeAttribution, factsIdentity } from "./attribution.ts";
import type { Facts } from "./facts.ts";
import { encodeIntake } from "./intake.ts";
import { type Charge, encodePenalty, namesSomebody, namingIdentity } from "./penalty.ts";
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
export function encodeVersion(
  world: World,
  loaded: LoadedVersion,
  { tag, first, namesPeople = namesAnybody(loaded) }: Tagged,
): EncodedVersion {
  const { script } = world;
  const { policy, hash } = loaded.version;
  script.comment(`${tag}: ${policy.id} version ${policy.version}, ${hash}`);
  const alike = first ? alikeTo(first.facts.loaded, loaded) : NOTHING_ALIKE;
  const namedTag = first && alike.names ? first.facts.namedTag : tag;
  const isParty = namesPeople ? script.declare("is a party", "Bool") : TRUE;
  const asked = namesPeople ? script.declare(`${namedTag}: rules are asked of the person`, "Bool") : TRUE;
  script.assert(and(implies(world.alone, isParty), implies(isParty, asked)));
  const facts: Facts = {
    world,
    loaded,
    tag,
    othersTag: first && alike.counts ? first.facts.othersTag : tag,
    namedTag,
    isParty,
    values: new Map(declareFacts(world, policy, isParty)),
    fired: new Map(),
    named: new Map(),
    opened: [],
  };
  supply(facts);
  encodeIntake(facts);
  const { lossShare } = encodeAttribution(facts, {
    asked,
    like: alike.divides ? first?.lossShare : undefined,
  });
  return { facts, asked, lossShare, charge: encodePenalty(facts, { asked, lossShare }) };
}

export type Tagged = {
  /** Tells what belongs to this version from what belongs to another in the same text. */
  readonly tag: string;
  /** The version that the text holds already, where there is one. */
  readonly first?: EncodedVersion;
  /** Rules of any version in the text can reach people who are no parties; default: whether those of this one can. */
  readonly namesPeople?: boolean;
};

/** Whether rules of a version can reach people who are no parties of the case. */
export function namesAnybody(loaded: LoadedVersion): boolean {
  return canReceive(loaded) || namesSomebody(loaded);
}

/** In what two versions cannot differ about the other parties of a case: what is left open of it is then the same in both. */
type Alike = {
  /** They count the same things over the parties. */
  readonly counts: boolean;
  /** They divide every loss the same way. */
  readonly divides: boolean;
  /** They also put the same on whomever a fact names, and refuse the same conflicts of interest. */
  readonly names: boolean;
};

const NOTHING_ALIKE: Alike = { counts: false, divides: false, names: false };

function alikeTo(first: LoadedVersion, second: LoadedVersion): Alike {
  const [counts, divides, names] = [factsIdentity, attributionIdentity, namingIdentity].map(
    (identity) => identity(first) === identity(second),
  );
  if (!counts) return NOTHING_ALIKE;
  return { counts, divides: divides === true, names: divides === true && names === true };
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
