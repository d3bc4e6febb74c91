import {
  type EventOf,
  PARAMETER_PREFIX,
  type Policy,
  type Rule,
  canonicalJson,
  isFactReference,
} from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { firing } from "./conditions.ts";
import { type Facts, numberTerm, valueNamed, valueTerm } from "./facts.ts";
import { firstStanding, rulesSaying } from "./intake.ts";
import { SUBJECT } from "./codes.ts";
import {
  FALSE,
  TRUE,
  type Term,
  and,
  atMost,
  implies,
  int,
  ite,
  less,
  minus,
  not,
  or,
  plus,
  same,
  times,
} from "./terms.ts";

const OF_PARTY = { stage: "attribution", scope: "party" } as const;
const OF_CASE = { stage: "attribution", scope: "case" } as const;
const MILLION = 1_000_000;

/** What a party's facts and what is derived of them rest on: versions in which it is the same count the other parties alike. */
export function factsIdentity({ version: { policy } }: LoadedVersion): string {
  return identityOf(policy, {
    facts: policy.facts,
    derived: policy.derived ?? {},
    timeZone: policy.timeZone,
    // Guards bring facts of their own.
    isGuarded: policy.guards.length > 0,
  });
}

/**
 * Everything that attribution rests on in a version, as one text: two versions in which it is the same divide every loss
 * alike, whoever else is in the case.
 */
export function attributionIdentity(loaded: LoadedVersion): string {
  const { policy, rules } = loaded.version;
  const own = {
    rules: rules.flatMap(({ id, stage, scope, rule }) =>
      stage === "intake" || stage === "attribution" ? [{ id, stage, scope, rule }] : [],
    ),
    conditions: policy.conditions ?? {},
    lossFact: policy.lossFact ?? null,
  };
  return factsIdentity(loaded) + identityOf(policy, own);
}

/** The parts without the words that people read, and with the figures of the parameters that they name. */
export function identityOf(policy: Policy, parts: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(parts, (key, value: unknown) => (WORDS.has(key) ? undefined : value));
  const named = Object.entries(policy.parameters).filter(([id]) =>
    text.includes(`"${PARAMETER_PREFIX}${id}"`),
  );
  return canonicalJson([JSON.parse(text), named.map(([id, { value, unit }]) => [id, value, unit])]);
}

const WORDS: ReadonlySet<string> = new Set(["label", "help", "says"]);

/** Whether a share of somebody else's, or a claim in somebody else's name, can reach the person. */
export function canReceive({ version: { rules } }: LoadedVersion): boolean {
  return rules.some(({ rule: { event } }) => {
    if (event.type === "bear") return isFactReference(event.params.bearer);
    return (
      event.type === "exempt" && event.params.movesTo !== undefined && !("bearer" in event.params.movesTo)
    );
  });
}

type Bear = { readonly rule: Rule; readonly params: EventOf<"bear">["params"]; readonly claims: Term };

/**
 * The role that attribution assigns, and the part of the loss that falls to the person, minor units; `like` is that part
 * where another version in the text divides every loss alike.
 */
export function encodeAttribution(
  facts: Facts,
  { asked, like }: { readonly asked: Term; readonly like: Term | undefined },
): { readonly lossShare: Term } {
  const { script, codes } = facts.world;
  const role = firstStanding(
    facts,
    rulesSaying(facts, "role", OF_PARTY).flatMap((rule) =>
      rule.rule.event.type === "role" ? [{ rule, value: rule.rule.event.params.role, asked }] : [],
    ),
  );
  facts.values.set("assignedRole", {
    kind: "code",
    known: script.define(`${facts.tag}: role known`, "Bool", role.known),
    code: script.define(`${facts.tag}: role`, "Int", role.code),
  });
  if (like !== undefined) return { lossShare: like };
  const { lossFact } = facts.loaded.version.policy;
  if (lossFact === undefined) return { lossShare: int(0) };
  const loss = valueNamed(facts, lossFact);
  const disposition = valueNamed(facts, "disposition");
  if (loss.kind !== "number" || disposition.kind !== "code") return { lossShare: int(0) };
  const upheld = same(disposition.code, codes.of("upheld"));
  return { lossShare: shareOf(facts, { asked, upheld, divided: and(loss.known, upheld), loss: loss.top }) };
}

type Dividing = { readonly asked: Term; readonly upheld: Term; readonly divided: Term; readonly loss: Term };

function shareOf(facts: Facts, dividing: Dividing): Term {
  const { script, alone } = facts.world;
  const { divided, loss } = dividing;
  const bears = bearsOf(facts, dividing);
  const own = ownPart(facts, bears);
  const received = canReceive(facts.loaded);
  if (own?.top === int(0) && !received) return int(0);
  if (own && !received) return dividedShare(facts, dividing, own);
  const open = openShare(facts, "open share of the loss");
  script.assert(implies(not(divided), same(open, int(0))));
  script.assert(and(atMost(int(0), open), atMost(open, loss)));
  if (own) script.assert(implies(alone, same(open, dividedShare(facts, dividing, own))));
  script.approximate(
    "attribution",
    own
      ? {
          en: "a share of the loss that others pass on, or that is claimed in somebody's name, may be any part of it",
          zh: "由他人转来或以其名义分担的损失，可为损失的任意部分",
        }
      : {
          en: "the share of the loss may be any part of it: the claims are of portions that are not encoded",
          zh: "损失分担额可为损失的任意部分：所用的分担方式未作编码",
        },
  );
  return open;
}

function openShare(facts: Facts, name: string): Term {
  return facts.world.script.declare(`${facts.tag}: ${name}`, "Int");
}

/** Only of an upheld complaint are claims looked at. */
function bearsOf(facts: Facts, { asked, upheld }: Dividing): readonly Bear[] {
  const party = rulesSaying(facts, "bear", OF_PARTY).map((rule) => ({ rule, asked }));
  const ofCase = rulesSaying(facts, "bear", OF_CASE).map((rule) => ({ rule, asked: TRUE }));
  return [...ofCase, ...party].flatMap(({ rule, asked: isAsked }) => {
    const { event } = rule.rule;
    if (event.type !== "bear") return [];
    const { params } = event;
    const share = params.share === undefined ? TRUE : valueTerm(facts, params.share).known;
    const bearer = params.bearer === undefined ? TRUE : valueTerm(facts, params.bearer).known;
    return [
      {
        rule,
        params,
        claims: and(
          upheld,
          isAsked,
          firing(facts, rule),
          share,
          bearer,
          heardFirst(facts, rule, params.once),
        ),
      },
    ];
  });
}

/** Of a rule that counts once: whether the person is the first it holds of. */
export function heardFirst(facts: Facts, { id }: Rule, once: boolean | undefined): Term {
  if (!once) return TRUE;
  const { script, alone } = facts.world;
  const first = script.declare(`${facts.namedTag}: ${id}, first it holds of`, "Bool");
  script.assert(implies(alone, first));
  script.approximate(id, {
    en: "whether it counts for the person or for a party before them is left open",
    zh: "该规则由其适用还是由排列在前的当事方适用未作限定",
  });
  return first;
}

/** The person's own part of the whole as a fraction, before exemptions. */
type Part = {
  readonly top: Term;
  readonly under: Term;
  /** Nobody but the person and the company bears anything, as far as the case of one party goes. */
  readonly isOnly: Term;
};

/** `undefined` where the claims are of a kind whose part is left open. */
function ownPart(facts: Facts, bears: readonly Bear[]): Part | undefined {
  const isOwn = ({ params: { bearer } }: Bear): Term => {
    if (bearer === undefined) return TRUE;
    if (!isFactReference(bearer)) return FALSE;
    const named = valueTerm(facts, bearer);
    return named.kind === "code" ? same(named.code, facts.world.codes.of(SUBJECT)) : FALSE;
  };
  const own = bears
    .map((bear) => ({ ...bear, claims: and(bear.claims, isOwn(bear)) }))
    .filter(({ claims }) => claims !== FALSE);
  const elsewhere = bears.map((bear) => and(bear.claims, not(isOwn(bear))));
  const isOnly = and(facts.world.alone, not(or(...elsewhere)));
  if (own.length === 0) return { top: int(0), under: int(1), isOnly };
  const portions = new Set(own.map(({ params }) => params.portion));
  const [portion] = portions;
  if (portion === undefined || portions.size > 1) return undefined;
  switch (portion) {
    case "points":
      return byPoints(facts, own, isOnly);
    case "equal":
      return alike(facts, { own, elsewhere, isOnly });
    case "share":
      return byShare(facts, own, isOnly);
    case "rest":
      return undefined;
  }
}

function byPoints(facts: Facts, own: readonly Bear[], isOnly: Term): Part | undefined {
  const wholes = new Set(own.map(({ params }) => params.of?.fact));
  const [of] = wholes;
  if (of === undefined || wholes.size > 1) return undefined;
  const whole = numberTerm(facts, { fact: of });
  const parts = own.map(({ params, claims }) => {
    const points = numberTerm(facts, params.points ?? 0);
    // A case in which one of them is unknown or nothing at all is refused.
    facts.world.script.assert(
      implies(claims, and(points.known, whole.known, less(int(0), points.top), less(int(0), whole.top))),
    );
    return ite(claims, points.top, int(0));
  });
  return { top: plus(...parts), under: whole.top, isOnly };
}

type Alike = { readonly own: readonly Bear[]; readonly elsewhere: readonly Term[]; readonly isOnly: Term };

function alike(facts: Facts, { own, elsewhere, isOnly }: Alike): Part {
  const { script, alone } = facts.world;
  const others = openShare(facts, "claims of other parties");
  script.assert(and(atMost(int(0), others), implies(alone, same(others, int(0)))));
  script.approximate("attribution", {
    en: "how many other claims on the loss there are is left open",
    zh: "其他方对损失的分担项数未作限定",
  });
  const mine = plus(...own.map(({ claims }) => ite(claims, int(1), int(0))));
  return {
    top: mine,
    under: plus(mine, ...elsewhere.map((claims) => ite(claims, int(1), int(0))), others),
    isOnly,
  };
}

function byShare(facts: Facts, own: readonly Bear[], isOnly: Term): Part | undefined {
  const shares = own.map(({ params, claims }) => ({ claims, share: numberTerm(facts, params.share ?? 0) }));
  const scaled = shares.map(({ claims, share }) => {
    const factor = share.under === int(MILLION) ? share.top : undefined;
    const literal = /^\d+$/.test(share.top) && /^\d+$/.test(share.under);
    const millionths =
      factor ?? (literal ? int((BigInt(share.top) * BigInt(MILLION)) / BigInt(share.under)) : undefined);
    return millionths === undefined ? undefined : ite(claims, millionths, int(0));
  });
  if (scaled.some((part) => part === undefined)) return undefined;
  return { top: plus(...scaled.map((part) => part ?? int(0))), under: int(MILLION), isOnly };
}

/**
 * The part of the loss in whole minor units: what is left over when it is divided goes by largest remainder, so the
 * person gets the whole units of the exact share or one more; with the company alone beside them, one more from a half on.
 */
function dividedShare(facts: Facts, { divided, loss }: Dividing, part: Part): Term {
  const { script } = facts.world;
  const kept = keptPart(facts, part);
  const name = (what: string): string => `${facts.tag}: ${what}`;
  const top = script.define(name("part of the loss"), "Int", kept.top);
  const under = script.define(name("part of the loss, divisor"), "Int", kept.under);
  const [share, rest, more] = [
    script.declare(name("loss share, whole"), "Int"),
    script.declare(name("loss share, rest"), "Int"),
    script.declare(name("loss share, one more"), "Bool"),
  ];
  const takes = script.define(
    name("takes part in the loss"),
    "Bool",
    and(divided, less(int(0), top), less(int(0), under)),
  );
  script.assert(
    implies(
      takes,
      and(
        atMost(top, under),
        same(times(loss, top), plus(times(share, under), rest)),
        atMost(int(0), rest),
        less(rest, under),
        atMost(int(0), share),
        atMost(share, loss),
        implies(more, less(int(0), rest)),
        implies(kept.isOnly, `(= ${more} ${atMost(under, times(int(2), rest))})`),
      ),
    ),
  );
  script.approximate("attribution", {
    en: "where others bear a part of the loss as well, who gets the last minor unit is left open",
    zh: "另有他方分担损失时，尾差的最后一个最小货币单位归谁未作限定",
  });
  return script.define(name("loss share"), "Int", ite(takes, plus(share, ite(more, int(1), int(0))), int(0)));
}

/** What the first exemption that stands leaves: nothing, or the part that does not move. */
function keptPart(facts: Facts, part: Part): Part {
  const exempting = rulesSaying(facts, "exempt", OF_PARTY);
  const partial = exempting.some(
    ({ rule: { event } }) => event.type === "exempt" && event.params.portion !== undefined,
  );
  const scale = partial ? int(MILLION) : int(1);
  const [kept, isOnly] = exempting.toReversed().reduce<readonly [Term, Term]>(
    ([rest, only], rule) => {
      const { event } = rule.rule;
      const portion = event.type === "exempt" ? event.params.portion : undefined;
      const fires = firing(facts, rule);
      if (portion === undefined) return [ite(fires, int(0), rest), only];
      const moves = numberTerm(facts, portion);
      const left = ite(moves.known, minus(scale, millionthsOf(moves)), scale);
      return [ite(fires, left, rest), and(only, not(fires))];
    },
    [scale, part.isOnly],
  );
  return { top: times(part.top, kept), under: times(part.under, scale), isOnly };
}

function millionthsOf({ top, under }: { readonly top: Term; readonly under: Term }): Term {
  return under === int(MILLION) ? top : `(div ${times(top, int(MILLION))} ${under})`;
}
