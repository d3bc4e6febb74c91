import type { RuleFile, RuleFiles } from "@evenhand/domain";
import {
  type FairnessView,
  type ServiceContext,
  startFairness,
  readFairness,
  takeInRules,
} from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { AUDITOR, actsOn, complaint } from "../evidence-service/acts.ts";
import { FILES, type Scene, given, processOver } from "../policies/scene.ts";
import { workOff } from "../simulation-service/past.ts";

export const POLICY = "complaint-fines";

const SITE = {
  type: "enum",
  label: { en: "site", zh: "厂区" },
  values: {
    south: { en: "South plant", zh: "南厂" },
    north: { en: "North plant", zh: "北厂" },
    annex: { en: "Annex", zh: "分厂" },
  },
  protected: true,
};
const RANK = {
  type: "enum",
  label: { en: "rank", zh: "职级" },
  values: { worker: { en: "worker", zh: "员工" }, lead: { en: "team lead", zh: "班组长" } },
  protected: true,
};

/** Complaint fines whose parties state a site and a rank, which no rule may read. */
export function withSites({ path, text }: RuleFile): RuleFile {
  const policy = JSON.parse(text) as { readonly facts: { readonly party: object } };
  const facts = { ...policy.facts, party: { ...policy.facts.party, site: SITE, rank: RANK } };
  return { path, text: JSON.stringify({ ...policy, facts }) };
}

export const FILES_WITH_SITES: RuleFiles = { ...FILES, policies: FILES.policies.map(withSites) };

export async function sitesOver(store: Store): Promise<Scene> {
  const scene = processOver(store);
  await takeInRules(scene.context, FILES_WITH_SITES);
  return scene;
}

/** Somebody who bears a share of a loss by their points out of forty. */
export type Told = {
  readonly site: "south" | "north" | "annex";
  readonly rank?: "worker" | "lead";
  /** Who it is; everybody else, unless told. */
  readonly person?: string;
  readonly kind?: string;
  readonly function?: "production" | "operations";
  readonly points: number;
  /** By what the proposed deduction is multiplied; 0 spares them. */
  readonly times?: number;
};

const LOSS_MINOR = 1_200_000;

/** Records a complaint about one person. */
export async function recordOne(scene: Pick<Scene, "context">, told: Told, number: number): Promise<string> {
  const {
    site,
    rank = "worker",
    person = `P-${site}-${number}`,
    kind = "spec-mismatch",
    points,
    times,
  } = told;
  const work = told.function === undefined ? {} : { function: told.function };
  const base = complaint(`F-${number}`, { complaintKind: kind, lossAmount: LOSS_MINOR }, [person]) as {
    readonly parties: readonly [{ readonly facts: object }];
  };
  const [party] = base.parties;
  const decided = {
    ...base,
    parties: [{ ...party, facts: { ...party.facts, ...work, basePoints: points, site, rank } }],
  };
  const proposed = (LOSS_MINOR * points) / 40;
  const departures = [{ party: person, bonusMinor: proposed * (times ?? 1) }];
  return actsOn(scene).record(
    decided,
    times === undefined ? {} : { departures, reason: "the plant asked for it" },
  );
}

export async function recordAll(scene: Pick<Scene, "context">, told: readonly Told[]): Promise<void> {
  for (const [index, one] of told.entries()) await recordOne(scene, one, index + 1);
}

export async function begun(context: ServiceContext, body: object = {}): Promise<string> {
  return given(await startFairness(context, { actor: AUDITOR, body: { policy: POLICY, ...body } })).id;
}

export async function seen(context: ServiceContext, id: string): Promise<FairnessView> {
  return JSON.parse(given(await readFairness(context, { id })).body) as FairnessView;
}

/** What a review finds, from start to end. */
export async function reviewed(context: ServiceContext, body: object = {}): Promise<FairnessView> {
  const id = await begun(context, body);
  await workOff(context);
  return seen(context, id);
}
