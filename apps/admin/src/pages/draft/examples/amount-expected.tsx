import { type JSX, Show, createSignal } from "solid-js";
import { currencyOf } from "../../../document/currency.ts";
import { pointerTo } from "../../../document/pointer.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import type { Expected } from "./expectation.ts";
import { type FactMeasure, factTyped, typedFact } from "./fact-values.ts";
import type { Write } from "./write.ts";

/** Whether it is an amount that comes out otherwise, or is yet to be settled. */
export function isAmountOff({ path, expected, isSame }: Expected): boolean {
  const isAmount = typeof expected === "number" || expected === null;
  return !isSame && isAmount && String(path.at(-1)).endsWith("Minor");
}

/** The amount that must come out, to be typed; it is taken once the field is left, or with Enter. */
export function AmountExpected(props: {
  readonly session: DraftSession;
  readonly index: number;
  readonly write: Write;
  readonly one: Expected;
  /** What the amount is called. */
  readonly what: string;
}): JSX.Element {
  const { t } = useWords();
  const [isWrong, setWrong] = createSignal(false);
  const measure = (): FactMeasure => ({ type: "money", currency: currencyOf(props.session.document()) });
  const at = (): string => pointerTo("examples", props.index, "expect", ...props.one.path);
  const take = (text: string): void => {
    const amount = factTyped(text, measure());
    setWrong(amount === undefined);
    if (amount !== undefined) props.write(props.what, at(), amount);
  };
  return (
    <>
      <div class="fact-value">
        <input
          data-at={at()}
          type="text"
          aria-label={t("examples.amountFor", { what: props.what })}
          aria-invalid={isWrong()}
          placeholder={t("examples.unsettled")}
          value={props.one.expected === null ? "" : typedFact(props.one.expected, measure())}
          onChange={(event) => take(event.currentTarget.value)}
        />
        <span class="soft">{measure().currency}</span>
      </div>
      <Show when={isWrong()}>
        <span class="soft" role="status">
          {t("examples.editor.notThis")}
        </span>
      </Show>
    </>
  );
}
