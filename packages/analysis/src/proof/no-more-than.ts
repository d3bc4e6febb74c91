import { type EvaluateRequest, amountText, formatInstant } from "@evenhand/domain";
import { type Decided, type LoadedVersion, decide } from "@evenhand/engine";
import { SUBJECT } from "./codes.ts";
import type { Model } from "./model.ts";
import { outcomeUnder } from "./outcome-under.ts";
import type { ConfirmedCase, Posed } from "./posed.ts";
import { less, same } from "./terms.ts";
import { encodeVersion, namesAnybody } from "./version.ts";
import { witnessOf } from "./witness.ts";
import { type World, listedByAll, newWorld } from "./world.ts";

/** Asks whether anybody is charged more in all under the later version, for the same facts; both decide whatever the dates say. */
export function poseNoMoreThan(before: LoadedVersion, after: LoadedVersion): Posed {
  const world = newWorld();
  const { script, codes, kind } = world;
  const namesPeople = namesAnybody(before) || namesAnybody(after);
  const first = encodeVersion(world, before, { tag: "A", namesPeople });
  const second = encodeVersion(world, after, { tag: "B", first, namesPeople });
  listedByAll(world, [before.version.policy, after.version.policy]);
  script.assert(same(kind, codes.of("person")));
  const [earlier, later] = [before.version.policy, after.version.policy];
  return {
    world,
    versions: [before, after],
    claim: {
      en: `nobody is charged more under version ${later.version} of ${later.id} than under version ${earlier.version} of ${earlier.id}`,
      zh: `${later.id}第${later.version}版对任何人的应扣合计均不高于${earlier.id}第${earlier.version}版`,
    },
    violation: less(first.charge.totalMinor, second.charge.totalMinor),
    confirm: (model) => confirmMore({ before, after, world }, model),
  };
}

type Asked = { readonly before: LoadedVersion; readonly after: LoadedVersion; readonly world: World };
type Under = { readonly request: EvaluateRequest; readonly decided: Decided; readonly totalMinor: number };

function confirmMore({ before, after, world }: Asked, model: Model): ConfirmedCase | undefined {
  const [earlier, later] = [decidedUnder(before, world, model), decidedUnder(after, world, model)];
  if (!earlier || !later || later.totalMinor <= earlier.totalMinor) return undefined;
  const { policy } = after.version;
  const [less, more] = [earlier, later].map(({ totalMinor }) => amountText(totalMinor, policy.currency));
  return {
    finding: {
      en: `${SUBJECT} is charged ${more?.en} under version ${policy.version}, and ${less?.en} under version ${before.version.policy.version}`,
      zh: `${SUBJECT}按第${policy.version}版应扣${more?.zh}，按第${before.version.policy.version}版应扣${less?.zh}`,
    },
    evaluatedAt: formatInstant(witnessOf(world, model, policy).evaluatedAt, policy.timeZone),
    outcomes: [earlier, later].map(({ request, decided }) => outcomeUnder(request, decided)),
  };
}

function decidedUnder(version: LoadedVersion, world: World, model: Model): Under | undefined {
  const { request, evaluatedAt } = witnessOf(world, model, version.version.policy);
  const decided = decide(version, request, { evaluatedAt });
  if ("refusal" in decided) return undefined;
  const party = decided.response.outcome.parties.find((one) => one.party === SUBJECT);
  return party && { request, decided, totalMinor: party.totalMinor };
}
