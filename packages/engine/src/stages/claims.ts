import {
  type EventOf,
  type Fraction,
  ONE,
  addFractions,
  compareFractions,
  decimalFraction,
  fraction,
  pointer,
  subtractFractions,
} from "@evenhand/domain";
import { CaseRefused, problem, quoteId } from "../problems.ts";
import { show } from "../request/read-request.ts";
import { type Fired, type Run, giveWay, noteNoEffect, numberOf, textOf, valueOf } from "../run.ts";

/** What one party (or a bearer by name) takes of the loss before exemptions move it; `fraction` is of the whole. */
export type Claim = {
  readonly bearer: string;
  /** The party whose rule it was; absent for a rule of the case. */
  readonly party?: string;
  readonly fraction: Fraction;
  /** How the fraction came about: `4 ÷ 40`, `0.6`, `1 ÷ 3`. */
  readonly formula: string;
  /** Of a claim by points: all points of the unit. */
  readonly outOf?: number;
};

type BearFired = {
  readonly fired: Fired;
  readonly params: EventOf<"bear">["params"];
  readonly bearer: string;
};

/**
 * The claims of a case as fractions of the loss that never exceed the whole; what they leave is nobody's yet.
 *
 * @throws CaseRefused where shares or points come to more than the whole, or the parties charged do not share one unit
 */
export function claimsOf(run: Run, fired: readonly Fired[]): readonly Claim[] {
  const bears = standing(run, fired);
  const shares = bears.filter(({ params }) => params.portion !== "rest");
  const claims = shares.map((bear) => ({ ...who(bear), ...portionOf(run, bear, shares) }));
  const claimed = claims.reduce((sum, claim) => addFractions(sum, claim.fraction), fraction(0));
  if (compareFractions(claimed, ONE) > 0) throw new CaseRefused([exceedsWhole(bears)]);
  const rest = bears.find(({ params }) => params.portion === "rest");
  return rest
    ? [
        ...claims,
        {
          ...who(rest),
          fraction: subtractFractions(ONE, claimed),
          formula:
            claims.length === 0 ? "1" : `(${["1", ...claims.map(({ formula }) => formula)].join(" − ")})`,
        },
      ]
    : claims;
}

function standing(run: Run, fired: readonly Fired[]): readonly BearFired[] {
  const counted = new Set<string>();
  let rested = false;
  return fired.flatMap((one) => {
    const { event } = one.rule.rule;
    if (event.type !== "bear") return [];
    if (event.params.once && counted.has(one.rule.id)) {
      giveWay(one, {
        en: "counts once in a case, for the first it applies to",
        zh: "每案只计一次，由首个适用者承担",
      });
      return [];
    }
    if (event.params.portion === "rest" && rested) {
      giveWay(one, { en: "the rest already has a bearer", zh: "其余部分已有承担者" });
      return [];
    }
    const bearer =
      event.params.bearer === undefined ? one.party?.id : textOf(run, event.params.bearer, one.slots);
    const share = event.params.portion === "share" ? numberOf(run, event.params.share ?? 0, one.slots) : 0;
    if (bearer === undefined || share === undefined) {
      noteNoEffect(one);
      return [];
    }
    counted.add(one.rule.id);
    rested ||= event.params.portion === "rest";
    return [{ fired: one, params: event.params, bearer }];
  });
}

function who({ fired, bearer }: BearFired): Pick<Claim, "bearer" | "party"> {
  return { bearer, ...(fired.party ? { party: fired.party.id } : {}) };
}

function portionOf(
  run: Run,
  bear: BearFired,
  all: readonly BearFired[],
): Pick<Claim, "fraction" | "formula" | "outOf"> {
  const { params, fired } = bear;
  switch (params.portion) {
    case "equal":
      return { fraction: fraction(1, all.length), formula: all.length === 1 ? "1" : `1 ÷ ${all.length}` };
    case "share": {
      const share = params.share === undefined ? 0 : (numberOf(run, params.share, fired.slots) ?? 0);
      return { fraction: decimalFraction(share), formula: String(share) };
    }
    case "points": {
      const [points, whole] = pointsOf(run, bear, all);
      return { fraction: fraction(points, whole), formula: `${points} ÷ ${whole}`, outOf: whole };
    }
    case "rest":
      throw new Error("a rest has no portion of its own");
  }
}

/** INVARIANT: all claims by points are out of one whole, so they can never add up to more of it than was counted. */
function pointsOf(
  run: Run,
  { params, fired }: BearFired,
  all: readonly BearFired[],
): readonly [number, number] {
  if (!params.points || !params.of)
    throw new Error(`rule ${fired.rule.id} bears by points without saying which`);
  const points = numberOf(run, params.points, fired.slots);
  const whole = numberOf(run, params.of, fired.slots);
  for (const [{ fact }, value] of [
    [params.points, points],
    [params.of, whole],
  ] as const) {
    if (value === undefined) throw new CaseRefused([pointsMissing(fact, fired)]);
    if (value <= 0) throw new CaseRefused([pointsTooFew(fact, value, fired)]);
  }
  agreesWithFirst(run, { fact: params.of.fact, fired }, all);
  if (params.within) agreesWithFirst(run, { fact: params.within.fact, fired }, all);
  return [points ?? 0, whole ?? 0];
}

/** Where the first party that states the fact and this one state it differently, the case mixes two units. */
function agreesWithFirst(
  run: Run,
  { fact, fired }: { readonly fact: string; readonly fired: Fired },
  all: readonly BearFired[],
): void {
  const mine = valueOf(run, { fact }, fired.slots);
  const first = all.find((other) => valueOf(run, { fact }, other.fired.slots) !== null);
  const theirs = first && valueOf(run, { fact }, first.fired.slots);
  if (!first || mine === null || theirs === mine) return;
  throw new CaseRefused([
    problem({
      code: "conflicting-facts",
      at: pointer("case", "parties", fired.party?.index ?? 0, "facts", fact),
      en: `\`${fact}\` is ${show(mine)} for ${quoteId(fired.party?.id ?? "")} and ${show(theirs)} for ${quoteId(first.bearer)}, but those who share a loss by points belong to one unit`,
      zh: `${quoteId(fired.party?.id ?? "")}的\`${fact}\`为${show(mine)}，${quoteId(first.bearer)}的为${show(theirs)}；按基数分担损失的人员须属同一责任单位`,
      help: { en: "split the case by unit, or correct the fact", zh: "请按责任单位拆分案件，或更正该事实" },
    }),
  ]);
}

function pointsMissing(fact: string, fired: Fired): CaseRefused["problems"][number] {
  return problem({
    code: "missing-fact",
    at: pointer("case", "parties", fired.party?.index ?? 0, "facts", fact),
    en: `\`${fact}\` is needed to work out the share of ${quoteId(fired.party?.id ?? "")}`,
    zh: `计算${quoteId(fired.party?.id ?? "")}的分担额需要\`${fact}\``,
  });
}

function pointsTooFew(fact: string, value: number, fired: Fired): CaseRefused["problems"][number] {
  return problem({
    code: "out-of-range",
    at: pointer("case", "parties", fired.party?.index ?? 0, "facts", fact),
    en: `\`${fact}\` of ${quoteId(fired.party?.id ?? "")} is ${value}, and must be more than 0 to work out a share`,
    zh: `${quoteId(fired.party?.id ?? "")}的\`${fact}\`为${value}，须大于0才能计算分担额`,
  });
}

function exceedsWhole(bears: readonly BearFired[]): CaseRefused["problems"][number] {
  const last = bears.findLast(({ fired }) => fired.party !== undefined);
  const read =
    last?.params.points?.fact ??
    (typeof last?.params.share === "object" ? last.params.share.fact : undefined);
  return problem({
    code: "shares-exceed-whole",
    at:
      last && read !== undefined
        ? pointer("case", "parties", last.fired.party?.index ?? 0, "facts", read)
        : "/case/parties",
    en: "the shares of the parties come to more than the whole loss",
    zh: "各方分担的份额合计超过全部损失",
    help: {
      en: "shares may add up to 1 at most, base points to those of the unit",
      zh: "份额合计不得超过1，基数合计不得超过责任单位的总基数",
    },
  });
}
