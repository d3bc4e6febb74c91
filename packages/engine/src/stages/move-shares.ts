import {
  type EventOf,
  type Fraction,
  ONE,
  addFractions,
  compareFractions,
  decimalFraction,
  fraction,
  multiplyFractions,
  subtractFractions,
} from "@evenhand/domain";
import { type Fired, type Run, numberOf, textOf, valueOf } from "../run.ts";
import type { Claim } from "./claims.ts";

export const COMPANY = "company";

/** An exemption that stands: its rule, and the slots in which to look up where the share goes. */
export type Exemption = { readonly fired: Fired; readonly params: EventOf<"exempt">["params"] };

/** A share that was lifted off somebody, with everybody it went to, in equal parts. */
export type Move = {
  readonly from: string;
  readonly to: readonly string[];
  /** The destinations are people that facts name, not words of the policy. */
  readonly toPeople: boolean;
  readonly fraction: Fraction;
  /** What had reached the holder; more than `fraction` where only a portion of it moves. */
  readonly arrived: Fraction;
  readonly ground: string;
};

export type Holdings = {
  /** What each bearer ends up with, as a fraction of the whole. INVARIANT: adds up to 1, or there were no claims. */
  readonly held: ReadonlyMap<string, Fraction>;
  readonly moves: readonly Move[];
};

/**
 * Follows every claim until it reaches somebody who is not exempt. A move along a circle, to somebody from whom the
 * share could come back, ends at the company, and so does one whose destination nobody names. What nobody claimed is
 * the company's from the start.
 */
export function moveShares(
  run: Run,
  claims: readonly Claim[],
  exemptions: ReadonlyMap<string, Exemption>,
): Holdings {
  const flow = new Flow(run, exemptions);
  let claimed = fraction(0);
  for (const { bearer, party, fraction: part } of claims) {
    claimed = addFractions(claimed, part);
    // A bearer named by the rule is where responsibility was traced to; only the party's own share can be lifted.
    if (bearer === party) flow.add(bearer, part);
    else flow.keep(bearer, part);
  }
  if (claims.length > 0 && compareFractions(claimed, ONE) < 0)
    flow.keep(COMPANY, subtractFractions(ONE, claimed));
  flow.run();
  return { held: flow.held, moves: flow.moves };
}

/** Shares on their way. Each exempt holder passes on once, after everything that can reach them has arrived. */
class Flow {
  readonly held = new Map<string, Fraction>();
  readonly moves: Move[] = [];
  readonly #arrived = new Map<string, Fraction>();
  readonly #targets = new Map<string, readonly string[]>();
  readonly #run: Run;
  readonly #exemptions: ReadonlyMap<string, Exemption>;

  constructor(run: Run, exemptions: ReadonlyMap<string, Exemption>) {
    this.#run = run;
    this.#exemptions = exemptions;
    for (const [id, exemption] of exemptions) this.#targets.set(id, targetsOf(run, exemption));
  }

  keep(bearer: string, part: Fraction): void {
    if (part.numerator > 0n) this.held.set(bearer, addFractions(this.held.get(bearer) ?? fraction(0), part));
  }

  add(holder: string, part: Fraction): void {
    if (this.#exemptions.has(holder))
      this.#arrived.set(holder, addFractions(this.#arrived.get(holder) ?? fraction(0), part));
    else this.keep(holder, part);
  }

  run(): void {
    const circles = circlesOf(this.#targets);
    for (const circle of circles) for (const holder of circle) this.#passOn(holder, new Set(circle));
  }

  #passOn(holder: string, circle: ReadonlySet<string>): void {
    const part = this.#arrived.get(holder);
    const exemption = this.#exemptions.get(holder);
    if (!exemption || !part || part.numerator === 0n) return;
    const moving = multiplyFractions(part, movingPart(this.#run, exemption));
    this.keep(holder, subtractFractions(part, moving));
    const targets = (this.#targets.get(holder) ?? []).map((target) =>
      circle.has(target) ? COMPANY : target,
    );
    const each = multiplyFractions(moving, fraction(1, targets.length));
    for (const target of targets) this.add(target, each);
    this.moves.push({
      from: holder,
      to: [...new Set(targets)],
      toPeople: exemption.params.movesTo !== undefined && !("bearer" in exemption.params.movesTo),
      fraction: moving,
      arrived: part,
      ground: exemption.params.ground,
    });
  }
}

/**
 * The exempt holders in groups that can reach one another (Tarjan's strongly connected components), in an order in
 * which every group stands before those its shares move to.
 */
function circlesOf(targets: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const groups: string[][] = [];
  const visit = (holder: string): number => {
    const mine = index.size;
    index.set(holder, mine);
    low.set(holder, mine);
    open.push(holder);
    for (const target of targets.get(holder) ?? []) {
      if (!targets.has(target)) continue;
      const reached = index.has(target)
        ? open.includes(target)
          ? (index.get(target) ?? mine)
          : mine
        : visit(target);
      low.set(holder, Math.min(low.get(holder) ?? mine, reached));
    }
    const lowest = low.get(holder) ?? mine;
    if (lowest === mine) groups.push(open.splice(open.indexOf(holder)));
    return lowest;
  };
  for (const holder of targets.keys()) if (!index.has(holder)) visit(holder);
  return groups.toReversed();
}

/** Where the portion that moves is not known, nothing does. */
function movingPart(run: Run, { params, fired }: Exemption): Fraction {
  return params.portion === undefined
    ? ONE
    : decimalFraction(numberOf(run, params.portion, fired.slots) ?? 0);
}

/** Never empty: where nobody is named, the company. */
function targetsOf(run: Run, { params, fired }: Exemption): readonly string[] {
  const { movesTo } = params;
  if (!movesTo) return [COMPANY];
  if ("bearer" in movesTo) return [movesTo.bearer];
  if ("party" in movesTo) return [textOf(run, movesTo.party, fired.slots) ?? COMPANY];
  const owners = run.read.parties.filter(
    (party) => valueOf(run, { fact: movesTo.owners }, run.facts.partySlots[party.index] ?? []) === true,
  );
  return owners.length > 0 ? owners.map((owner) => owner.id) : [COMPANY];
}
