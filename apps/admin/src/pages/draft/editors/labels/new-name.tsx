import { type JSX, createSignal } from "solid-js";
import IconPlus from "~icons/lucide/plus";
import { Button } from "../../../../parts/button.tsx";
import { TextField } from "../../../../parts/text-field.tsx";
import { useWords } from "../../../../words/words.tsx";
import { focusPlaceSoon } from "../../focus-place.ts";
import { faultOfLabelName } from "./fault-of-label-name.ts";

/** A further name that rules use already; its labels are filled in where it then stands. */
export function NewName(props: {
  readonly label: string;
  readonly names: readonly string[];
  readonly onAdd: (name: string) => void;
  /** Where the labels of a further name will stand. */
  readonly placeOf: (name: string) => string;
}): JSX.Element {
  const { t } = useWords();
  const [typed, setTyped] = createSignal<string>();
  const name = (): string => (typed() ?? "").trim();
  const fault = () => (typed() === undefined ? undefined : faultOfLabelName(props.names, name()));
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    if (faultOfLabelName(props.names, name()) !== undefined) return void setTyped(name());
    const added = name();
    props.onAdd(added);
    setTyped(undefined);
    focusPlaceSoon(`${props.placeOf(added)}/zh`);
  };
  const hint = (): string => {
    const what = fault();
    return what === undefined ? t("facts.valueIdHint") : t(`facts.valueFaults.${what}`);
  };
  return (
    <form class="new-value" onSubmit={add} noValidate>
      <TextField
        label={props.label}
        value={typed() ?? ""}
        hint={hint()}
        isWrong={fault() !== undefined}
        onInput={setTyped}
      />
      <Button type="submit">
        <IconPlus aria-hidden="true" />
        {t("facts.addValue")}
      </Button>
    </form>
  );
}
