import {
  BUILT_IN_FACTS,
  type FactDeclaration,
  type FactType,
  GUARD_FACTS,
  STANDARD_FACTS,
  type Scope,
  dimensionOf,
  isFactReference,
  quote,
} from "@evenhand/domain";
import { percentage } from "../reading/figures.ts";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { numberFault } from "./literal-fault.ts";
import { findFact } from "./names.ts";
import type { Report } from "./report.ts";
import { shown } from "./shape-words.ts";
import { TYPE_WORDS } from "./type-words.ts";

const SCOPES = ["case", "party"] as const;

/**
 * Checks the declared facts: that each name is free, and that each fact says of itself only what its type can say.
 *
 * @example checkDeclarations(inspection) // "duplicate-id" where a name is declared for the case and for parties both
 */
export function checkDeclarations(inspection: Inspection): void {
  checkNames(inspection);
  for (const scope of SCOPES) {
    for (const [name, { at, part }] of inspection.draft.facts[scope].parts) {
      checkStandard({ name, scope, at, declaration: part }, inspection);
      checkFields(at, part, inspection);
      checkOpenOrder(at, part, inspection);
      checkRequired({ scope, at, declaration: part }, inspection);
      checkBounds({ scope, at, declaration: part }, inspection);
    }
  }
}

/** Case facts, party facts and derived facts share one namespace, so that a party's rule can read the case as well. */
function checkNames({ draft, report }: Inspection): void {
  const { facts, derived, parameters } = draft;
  const seen = new Set<string>();
  for (const group of [facts.case, facts.party, derived.case, derived.party]) {
    for (const [name, { at }] of group.parts) {
      if (isReserved(name)) reportReserved(name, at, report);
      else if (seen.has(name)) reportDuplicate(name, at, report);
      seen.add(name);
    }
  }
  for (const [id, { at }] of parameters.parts) if (id in Object.prototype) reportReserved(id, at, report);
}

function reportReserved(name: string, at: string, report: Report): void {
  report.add({
    code: "reserved-name",
    at,
    message: { en: `${quote(name)} is a name the engine uses itself`, zh: `${quote(name)}是系统自用的名称` },
    help: { en: "choose another name", zh: "请另取名称" },
  });
}

function reportDuplicate(name: string, at: string, report: Report): void {
  report.add({
    code: "duplicate-id",
    at,
    message: { en: `${quote(name)} is declared twice`, zh: `${quote(name)}重复声明` },
    help: {
      en: "facts of the case, facts of parties and derived facts share their names; choose another one",
      zh: "案件事实、当事方事实与派生事实共用名称，请另取名称",
    },
  });
}

/** What every object has by nature (`toString`) is reserved as well: it would be found where nothing was declared. */
function isReserved(name: string): boolean {
  return Object.hasOwn(BUILT_IN_FACTS, name) || name in Object.prototype;
}

type Placed = { readonly scope: Scope; readonly at: string; readonly declaration: FactDeclaration };

/** A fact that every policy knows may be declared again, to label or require it, but not as something else. */
function checkStandard(
  { name, scope, at, declaration }: Placed & { readonly name: string },
  { draft, report }: Inspection,
): void {
  for (const known of SCOPES) {
    const facts = standardFacts(known, draft.guards.length > 0);
    const standard = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!standard) continue;
    if (declaration.protected === true) reportReadByEngine(name, within(at, "protected"), report);
    if (known !== scope) {
      report.add({
        code: "reserved-name",
        at,
        message: {
          en: `${quote(name)} is known to every such policy as a fact of the ${known}`,
          zh: `${quote(name)}在此类制度中固定为\`${known}\`的事实`,
        },
        help: {
          en: `declare it under \`${known}\`, or choose another name`,
          zh: `请在\`${known}\`下声明，或另取名称`,
        },
      });
    } else if (standard.type !== declaration.type) {
      const { en, zh } = TYPE_WORDS[standard.type];
      report.add({
        code: "type-mismatch",
        at: within(at, "type"),
        message: { en: `${quote(name)} always holds ${en}`, zh: `${quote(name)}固定为${zh}` },
        help: { en: `use \`${standard.type}\``, zh: `请用\`${standard.type}\`` },
      });
    }
  }
}

/** A cap is a part of somebody's bonus, a plan begins on a day: what the engine needs cannot be kept from it. */
function reportReadByEngine(name: string, at: string, report: Report): void {
  report.add({
    code: "protected-fact",
    at,
    message: {
      en: `${quote(name)} cannot be protected, because the engine itself reads it`,
      zh: `${quote(name)}由系统本身读取，不能设为受保护`,
    },
    help: { en: "remove `protected` here", zh: "请删去此处的`protected`" },
  });
}

/** The facts a policy knows without declaring them, those of statutory guards where it names any. */
export function standardFacts(scope: Scope, isGuarded: boolean): Readonly<Record<string, FactDeclaration>> {
  return { ...STANDARD_FACTS[scope], ...(isGuarded ? GUARD_FACTS[scope] : {}) };
}

/** Of which types a field can be said. */
const FIELD_TYPES = {
  values: ["enum", "set"],
  open: ["enum"],
  whenAbsent: ["boolean"],
  says: ["boolean"],
  minimum: ["money", "integer", "decimal", "rate"],
  maximum: ["money", "integer", "decimal", "rate"],
  mustBeParty: ["party"],
  namesKind: ["party"],
  weighs: ["money", "integer", "decimal", "rate", "boolean", "date", "instant", "enum", "set"],
} as const satisfies Partial<Record<keyof FactDeclaration, readonly FactType[]>>;

function checkFields(at: string, declaration: FactDeclaration, { report }: Inspection): void {
  for (const [field, types] of Object.entries<readonly FactType[]>(FIELD_TYPES)) {
    if (!Object.hasOwn(declaration, field) || types.includes(declaration.type)) continue;
    const { en, zh } = TYPE_WORDS[declaration.type];
    report.add({
      code: "unknown-field",
      at: within(at, field),
      message: {
        en: `\`${field}\` says nothing of a fact that holds ${en}`,
        zh: `\`${field}\`不适用于类型为${zh}的事实`,
      },
    });
  }
  const isListed = declaration.type === "enum" || declaration.type === "set";
  if (!isListed || Object.keys(declaration.values ?? {}).length > 0) return;
  report.add({
    code: "missing-field",
    at: within(at, "values"),
    message: { en: "`values` is missing", zh: "缺少`values`" },
    help: {
      en: "list what it can take, each with its label, or make it `text`",
      zh: "请列出各取值及其名称，或将类型改为`text`",
    },
  });
}

/** Of values that are not on the list nobody knows whether they come earlier or later. */
function checkOpenOrder(at: string, { weighs, open }: FactDeclaration, { report }: Inspection): void {
  if (weighs === undefined || open !== true) return;
  report.add({
    code: "unknown-field",
    at: within(at, "weighs"),
    message: {
      en: "`weighs` says nothing of a fact that takes values outside its list, which have no order",
      zh: "`weighs`不适用于可填列表外取值的事实，列表外的值没有次序",
    },
    help: { en: "remove it, or remove `open`", zh: "请删去此项，或删去`open`" },
  });
}

function checkRequired({ scope, at, declaration }: Placed, { report }: Inspection): void {
  if (scope !== "case" || typeof declaration.required !== "object") return;
  report.add({
    code: "wrong-scope",
    at: within(at, "required"),
    message: {
      en: "a fact of the case cannot be required of kinds of parties",
      zh: "案件事实不能按当事方类型设为必填",
    },
    help: {
      en: "use `true`, or declare the fact under `party`",
      zh: "请用`true`，或将该事实声明在`party`下",
    },
  });
}

function checkBounds({ scope, at, declaration }: Placed, inspection: Inspection): void {
  const { type, minimum, maximum } = declaration;
  if (type !== "money" && type !== "integer" && type !== "decimal" && type !== "rate") return;
  for (const [field, bound] of Object.entries({ minimum, maximum })) {
    const fault = typeof bound === "number" ? numberFault(bound, type) : undefined;
    if (fault) inspection.report.add({ at: within(at, field), ...fault });
  }
  if (isFactReference(maximum)) checkMaximumFact({ scope, at, declaration }, maximum.fact, inspection);
  else if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    const [least, most] = [minimum, maximum].map(type === "rate" ? percentage : shown);
    inspection.report.add({
      code: "out-of-range",
      at: within(at, "maximum"),
      message: { en: `${most} is below the least value, ${least}`, zh: `${most}小于最小值${least}` },
    });
  }
}

/** A case is read before anything is worked out, so its bounds stand in the case, beside the fact they bound. */
function checkMaximumFact({ scope, at, declaration }: Placed, name: string, inspection: Inspection): void {
  const place = within(at, "maximum", "fact");
  const entry = findFact({ name, at: place, scope, stage: "intake" }, inspection);
  if (!entry) return;
  const isBeside = entry.source === "declared" && entry.scope === scope;
  if (isBeside && dimensionOf(entry.type) === dimensionOf(declaration.type)) return;
  const { en, zh } = TYPE_WORDS[declaration.type];
  inspection.report.add({
    code: "type-mismatch",
    at: place,
    message: {
      en: `${quote(name)} cannot be the greatest value of this fact, which holds ${en}`,
      zh: `${quote(name)}不能作为该事实（${zh}）的最大值`,
    },
    help: {
      en: `name another fact of the same type declared under \`${scope}\`, or state a number`,
      zh: `请引用\`${scope}\`下声明的同类事实，或直接填写数字`,
    },
  });
}
