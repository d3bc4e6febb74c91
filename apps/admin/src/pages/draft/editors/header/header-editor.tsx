import type { JSX } from "solid-js";
import { formatDay } from "../../../../format/format.ts";
import { type JsonObject, textAt, withValueAt } from "../../../../document/pointer.ts";
import { useGround } from "../../../../live/given.ts";
import { SelectField } from "../../../../parts/select-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { EitherView } from "../either-view.tsx";
import { JsonEditor } from "../json-editor.tsx";
import { GuardsField } from "./guards-field.tsx";
import "./header.css";
import { currencyChoices, factChoices, withStated, zoneChoices } from "./header-choices.ts";

/** What a policy says of itself as a form, and beside it the whole document as JSON. */
export function HeaderEditor(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  return (
    <EitherView
      session={props.session}
      at=""
      name={t("facts.form")}
      grid={<JsonEditor session={props.session} at="" />}
      gridName={t("header.wholeAsJson")}
      otherwise={t("parts.names.header")}
    >
      <HeaderForm session={props.session} />
    </EitherView>
  );
}

type Field = "appliesBy" | "currency" | "timeZone" | "calendar" | "lossFact";

function HeaderForm(props: { readonly session: DraftSession }): JSX.Element {
  const { t, language, local } = useWords();
  const ground = useGround();
  const document = (): JsonObject => props.session.document();
  const stated = (field: Field | "effectiveFrom"): string => textAt(document(), `/${field}`);
  const set = (field: Field, value: string): void =>
    props.session.edit(
      t("draft.general.edited", { field: t(`place.fields.${field}`) }),
      // INVARIANT: a value put into an object leaves an object.
      (before) => withValueAt(before, `/${field}`, value === "" ? undefined : value) as JsonObject,
    );
  const select = (field: Field, options: () => Parameters<typeof withStated>[0], hint?: string) => (
    <SelectField
      at={`/${field}`}
      label={t(`place.fields.${field}`)}
      value={stated(field)}
      options={withStated(options(), stated(field), (value) => t("header.unknown", { value }))}
      {...(hint === undefined ? {} : { hint })}
      onChange={(value) => set(field, value)}
    />
  );
  const calendars = () =>
    (ground.data()?.calendars ?? []).map(({ id, title }) => ({ value: id, label: local(title) }));
  const dates = () => factChoices(document(), { types: ["date", "instant"], isStated: true }, language());
  const amounts = () => [
    { value: "", label: t("header.noLoss") },
    ...factChoices(document(), { types: ["money"] }, language()),
  ];
  return (
    <div class="header-form">
      <GuardsField session={props.session} guards={ground.data()?.guards} />
      <div class="pair">
        {select("calendar", calendars, t("header.calendarHint"))}
        {select("appliesBy", dates, t("header.appliesByHint"))}
        {select("currency", () => currencyChoices(language()), t("header.currencyHint"))}
        {select("timeZone", zoneChoices)}
        {select("lossFact", amounts, t("header.lossFactHint"))}
      </div>
      <p class="soft" data-at="/effectiveFrom" tabindex="-1">
        {t("header.effectiveFrom", { day: dayIn(stated("effectiveFrom")) })}
      </p>
    </div>
  );

  function dayIn(day: string): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day, language()) : day;
  }
}
