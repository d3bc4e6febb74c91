import type { ParameterUnit } from "@evenhand/domain";
import { For, type JSX, createUniqueId } from "solid-js";
import type { Doer } from "../../api/answers.ts";
import { currencyOf } from "../../document/currency.ts";
import type { Clash } from "../../document/merge.ts";
import { type Json, pointerTo, textAt } from "../../document/pointer.ts";
import { useWords } from "../../words/words.tsx";
import type { DraftSession } from "./draft-session.ts";
import { writtenFigure } from "./editors/figure.ts";
import { placeName } from "../../document/place-name.ts";
import { usePlaceWords } from "../../document/use-place-words.ts";

const SIDES = ["mine", "theirs"] as const;

/** One field that two people changed: what it was, and the two values to choose from. */
export function ClashedField(props: {
  readonly session: DraftSession;
  readonly clash: Clash;
  readonly by: Doer;
  readonly side: (typeof SIDES)[number] | undefined;
  readonly onChoose: (side: (typeof SIDES)[number]) => void;
}): JSX.Element {
  const { t } = useWords();
  const words = usePlaceWords();
  const name = createUniqueId();
  const who = () => ({
    mine: t("clash.mine"),
    theirs: t("clash.theirs", { who: props.by.person ?? t("clash.somebody") }),
  });
  return (
    <fieldset class="clash">
      <legend>{placeName(props.session.document(), props.clash.place, words())}</legend>
      <p>
        <span class="soft">{t("clash.before")}</span> <Value value={props.clash.before} />
      </p>
      <For each={SIDES}>
        {(side) => (
          <label data-chosen={props.side === side}>
            <input
              type="radio"
              name={name}
              checked={props.side === side}
              onChange={() => props.onChoose(side)}
            />
            <span class="soft">{who()[side]}</span> <Value value={props.clash[side]} />
          </label>
        )}
      </For>
    </fieldset>
  );

  function Value(own: { readonly value: Json | undefined }): JSX.Element {
    return <span data-part="value">{written(own.value)}</span>;
  }

  function written(value: Json | undefined): string {
    const [section, id, field] = props.clash.place;
    if (value === undefined) return t("clash.gone");
    if (typeof value === "object") return JSON.stringify(value, null, 1);
    if (section !== "parameters" || field !== "value" || typeof value === "boolean") return String(value);
    const document = props.session.document();
    const unit = textAt(document, pointerTo("parameters", id ?? "", "unit"), "count") as ParameterUnit;
    const figure = writtenFigure(value, { unit, currency: currencyOf(document) });
    return unit === "rate" ? `${figure}%` : figure;
  }
}
