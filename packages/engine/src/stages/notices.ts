import { formatMinor } from "@evenhand/domain";
import { type Fired, type Run, giveWay, shown, valueOf, warn } from "../run.ts";
import { isFactReference, wordLabel } from "@evenhand/domain";

/** Measures and warnings, which rules of every stage may give. Anything else in this place was refused by validation. */
export function takeNotice(run: Run, fired: Fired): void {
  const { event } = fired.rule.rule;
  if (event.type === "warn") {
    const text = event.params.message ?? fired.rule.label;
    warn(run, event.params.code, text, fired.party?.id);
    return;
  }
  if (event.type !== "measure")
    throw new Error(
      `rule ${fired.rule.id}: a ${event.type} event does not belong to the ${fired.rule.stage} stage`,
    );
  const { kind, quantity, once } = event.params;
  if (once && run.measures.some((measure) => measure.kind === kind)) {
    giveWay(fired, {
      en: `\`${wordLabel(kind, run.loaded.version.policy.words).en}\` is already noted`,
      zh: `“${wordLabel(kind, run.loaded.version.policy.words).zh}”已列入`,
    });
    return;
  }
  const amount = quantity === undefined ? undefined : showQuantity(run, quantity, fired);
  run.measures.push({
    kind,
    ...(fired.party ? { party: fired.party.id } : {}),
    ...(amount === undefined ? {} : { quantity: amount }),
  });
}

/** A quantity as people write it; money with its decimals. */
function showQuantity(
  run: Run,
  quantity: Parameters<typeof valueOf>[1],
  { slots }: Fired,
): string | undefined {
  const value = valueOf(run, quantity, slots);
  if (value === null) return undefined;
  const entry = isFactReference(quantity) ? run.loaded.catalogue.get(quantity.fact) : undefined;
  if (typeof value === "number" && entry?.type === "money")
    return formatMinor(value, run.loaded.version.policy.currency);
  return String(entry ? shown(run, entry.name, value) : value);
}
