import { type EvaluateRequest, amountText, formatInstant } from "@evenhand/domain";
import { type Decided, type LoadedVersion, decide } from "@evenhand/engine";
import { called } from "./called.ts";
import { SUBJECT } from "./codes.ts";
import type { Model } from "./model.ts";
import { outcomeUnder } from "./outcome-under.ts";
import type { Asked, ConfirmedCase, Posed } from "./posed.ts";
import { less, same } from "./terms.ts";
import { encodeVersion, namesAnybody } from "./version.ts";
import { witnessOf } from "./witness.ts";
import { type World, listedByAll, newWorld } from "./world.ts";

type Compared = { readonly before: LoadedVersion; readonly after: LoadedVersion } & Asked;

/** Asks whether anybody is charged more in all under the later version, for the same facts; both decide whatever the dates say. */
export function poseNoMoreThan({ before, after, ...asked }: Compared): Posed {
  const world = newWorld();
  const { script, codes, kind } = world;
  const namesPeople = namesAnybody(before) || namesAnybody(after);
  const first = encodeVersion(world, before, { tag: "A", namesPeople });
  const second = encodeVersion(world, after, { tag: "B", first, namesPeople });
  listedByAll(world, [before.version.policy, after.version.policy]);
  script.assert(same(kind, codes.of("person")));
  const { id } = after.version.policy;
  const [earlier, later] = [called(before, {}), called(after, asked)];
  return {
    world,
    versions: [before, after],
    claim: {
      en: `nobody is charged more under ${later.en} of ${id} than under ${earlier.en} of ${before.version.policy.id}`,
      zh: `${id}${later.zh}对任何人的应扣合计均不高于${before.version.policy.id}${earlier.zh}`,
    },
    violation: less(first.charge.totalMinor, second.charge.totalMinor),
    confirm: (model) => confirmMore({ before, after, world, ...asked }, model),
  };
}

type Confirming = Compared & { readonly world: World };
type Under = { readonly request: EvaluateRequest; readonly decided: Decided; readonly totalMinor: number };

function confirmMore(
  { before, after, world, ...asked }: Confirming,
  model: Model,
): ConfirmedCase | undefined {
  const [earlier, later] = [decidedUnder(before, world, model), decidedUnder(after, world, model)];
  if (!earlier || !later || later.totalMinor <= earlier.totalMinor) return undefined;
  const { policy } = after.version;
  const [first, second] = [called(before, {}), called(after, asked)];
  const [less, more] = [earlier, later].map(({ totalMinor }) => amountText(totalMinor, policy.currency));
  return {
    finding: {
      en: `${SUBJECT} is charged ${more?.en} under ${second.en}, and ${less?.en} under ${first.en}`,
      zh: `${SUBJECT}按${second.zh}应扣${more?.zh}，按${first.zh}应扣${less?.zh}`,
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
