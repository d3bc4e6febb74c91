import type { ParameterUnit } from "@evenhand/domain";
import { type JSX, Show, createSignal } from "solid-js";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { readFigure } from "../figure.ts";
import type { Band } from "./bands.ts";

/** An amount that somebody tries, and who would approve it, by which clause. */
export function TryAmount(props: {
  readonly session: DraftSession;
  readonly unit: ParameterUnit;
  readonly hit: Band | undefined;
  readonly onTry: (amount: number | undefined) => void;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const [typed, setTyped] = createSignal("");
  const [amount, setAmount] = createSignal<number>();
  const take = (text: string): void => {
    setTyped(text);
    const read = readFigure(text, { unit: props.unit, currency: words.currency() });
    setAmount(typeof read === "number" && read >= 0 ? read : undefined);
    props.onTry(amount());
  };
  const answer = (tried: number, { level, references }: Band): string => {
    const texts = { amount: words.figure(tried, props.unit), level: words.word(level) };
    const clause = words.cited(references);
    return clause === ""
      ? t("parts.authority.answer", texts)
      : t("parts.authority.answerBy", { ...texts, clause });
  };
  return (
    <section class="try">
      <TextField
        label={t("parts.authority.try")}
        value={typed()}
        isWrong={typed() !== "" && amount() === undefined}
        onInput={take}
      />
      <p role="status">
        <Show when={props.hit}>{(band) => <strong>{answer(amount() ?? 0, band())}</strong>}</Show>
      </p>
    </section>
  );
}
