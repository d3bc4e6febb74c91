import { type Guard, quote } from "@evenhand/domain";
import type { Placed } from "./draft.ts";
import type { Inspection } from "./inspection.ts";
import { oneOf } from "./shape-words.ts";
import type { Statement } from "./statement.ts";

/**
 * Checks the statutory guards a policy names: that each is known, counts in the policy's currency, and allows the
 * penalties that the policy decides.
 *
 * @example checkGuards(statements, inspection) // "forbidden-by-guard" where a policy under `fr` fines anybody
 */
export function checkGuards(statements: readonly Statement[], inspection: Inspection): void {
  const seen = new Set<string>();
  for (const { at, part: id } of inspection.draft.guards) {
    if (seen.has(id)) reportDuplicate(id, at, inspection);
    seen.add(id);
    const guard = inspection.context.guards.get(id);
    if (!guard) {
      reportUnknown(id, at, inspection);
      continue;
    }
    checkCurrency(guard, { at, part: id }, inspection);
    for (const statement of statements) checkAllowed(guard, id, statement, inspection);
  }
}

function checkCurrency(guard: Guard, { at, part: id }: Placed<string>, { draft, report }: Inspection): void {
  const { currency } = draft.header;
  if (!currency || guard.currency === currency.part) return;
  report.add({
    code: "guard-currency",
    at,
    message: {
      en: `the guard ${quote(id)} counts in ${quote(guard.currency)}, the policy in ${quote(currency.part)}`,
      zh: `法定限制${quote(id)}以${quote(guard.currency)}计，而本制度以${quote(currency.part)}计`,
    },
  });
}

/** The guard as it stands now is what a new version has to keep to; earlier periods bind earlier cases. */
function checkAllowed(
  guard: Guard,
  id: string,
  { event, typeAt, rule }: Statement,
  { report }: Inspection,
): void {
  if (event.type !== "fine" && event.type !== "deduct") return;
  const allowed = guard.periods.at(-1)?.moneyPenalty ?? "allowed";
  const isShareOfLoss = event.type === "deduct" && event.params.of === "share";
  if (allowed === "allowed" || (allowed === "loss-only" && isShareOfLoss)) return;
  const [name, said] = [quote(id), quote(rule ?? event.type)];
  report.add({
    code: "forbidden-by-guard",
    at: typeAt,
    message:
      allowed === "forbidden"
        ? {
            en: `under the guard ${name} no money may be taken, as ${said} does`,
            zh: `法定限制${name}禁止任何金钱处罚，而${said}涉及扣款`,
          }
        : {
            en: `under the guard ${name} only a share of a loss may be taken, and ${said} takes something else`,
            zh: `法定限制${name}只允许扣减损失份额，而${said}涉及其他扣款`,
          },
  });
}

function reportUnknown(id: string, at: string, { context, report }: Inspection): void {
  const help = oneOf(context.guards.keys());
  report.add({
    code: "unknown-guard",
    at,
    message: { en: `there is no statutory guard ${quote(id)}`, zh: `没有法定限制${quote(id)}` },
    ...(report.didYouMean(id, context.guards.keys()) ?? (help && { help })),
  });
}

function reportDuplicate(id: string, at: string, { report }: Inspection): void {
  report.add({
    code: "duplicate-id",
    at,
    message: { en: `the guard ${quote(id)} is named twice`, zh: `法定限制${quote(id)}重复列出` },
  });
}
