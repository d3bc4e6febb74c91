import { type FactType, type Language, STANDARD_FACTS } from "@evenhand/domain";
import { factLabel } from "../../../../document/document-names.ts";
import { type JsonObject, fieldsOf, textAt } from "../../../../document/pointer.ts";

export type HeaderChoice = { readonly value: string; readonly label: string };

/** Choices with the one that is made, where it is none of them: what a draft says is never shown as something else. */
export function withStated(
  choices: readonly HeaderChoice[],
  stated: string,
  unknown: (value: string) => string,
): readonly HeaderChoice[] {
  if (choices.some(({ value }) => value === stated)) return choices;
  return [{ value: stated, label: stated === "" ? "" : unknown(stated) }, ...choices];
}

/** The currencies that `Intl` knows, by name: `CNY · 人民币`. */
export function currencyChoices(language: Language): readonly HeaderChoice[] {
  const names = new Intl.DisplayNames(language === "zh" ? "zh-CN" : "en", { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}

/** The time zones of the IANA database, as the browser lists them. */
export function zoneChoices(): readonly HeaderChoice[] {
  return Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }));
}

/**
 * The facts of the case that hold a value of one of these types: those that a document declares, where `isStated` only
 * those that every case states, and then the day of the decision too, which is always known.
 */
export function factChoices(
  document: JsonObject,
  wanted: { readonly types: readonly FactType[]; readonly isStated?: boolean },
  language: Language,
): readonly HeaderChoice[] {
  const declared = Object.entries(fieldsOf(fieldsOf(document["facts"])["case"])).filter(
    ([, fact]) =>
      wanted.types.some((type) => type === textAt(fact, "/type")) &&
      (wanted.isStated !== true || fieldsOf(fact)["required"] === true),
  );
  const own = wanted.isStated === true ? [DECIDED_ON] : [];
  return [...new Set([...declared.map(([name]) => name), ...own])].map((name) => ({
    value: name,
    label: factLabel(document, name, language),
  }));
}

const DECIDED_ON = "decidedOn" satisfies keyof typeof STANDARD_FACTS.case;
