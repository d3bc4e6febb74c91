import { RULE_STAGES } from "@evenhand/domain";
import { For, type JSX, createSignal } from "solid-js";
import { TextField } from "../../../../parts/text-field.tsx";
import { type JsonObject, fieldsOf, textAt, valueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { Desk } from "./desk.ts";
import { isFreeId, withRuleId } from "./rule-edits.ts";
import { References } from "./references.tsx";

const MOST_RANK = 10_000;

/** What is said about a rule besides what it does: its names, its articles, where it belongs, and a note. */
export function RuleAbout(props: About): JSX.Element {
  const { t } = useWords();
  return (
    <section class="rule-about" aria-label={t("rules.about")}>
      <h3>{t("rules.about")}</h3>
      <Texts
        desk={props.desk}
        at={`/rules/${props.index}/label`}
        label={t("rules.name")}
        onChange={(label) =>
          props.desk.write(
            t("rules.edited.name", { rule: textAt(props.desk.document(), `/rules/${props.index}/id`) }),
            `/rules/${props.index}/label`,
            label,
          )
        }
      />
      <References desk={props.desk} at={`/rules/${props.index}/references`} />
      <Place {...props} />
      <Texts
        desk={props.desk}
        at={`/rules/${props.index}/notes`}
        label={t("rules.note")}
        onChange={(notes) =>
          props.desk.write(
            t("rules.edited.notes", { rule: props.desk.name() }),
            `/rules/${props.index}/notes`,
            Object.values(notes).every((one) => one === "") ? undefined : notes,
          )
        }
      />
    </section>
  );
}

type About = { readonly desk: Desk; readonly index: number };

/** A text in both languages. */
function Texts(props: {
  readonly desk: Desk;
  readonly at: string;
  readonly label: string;
  readonly onChange: (text: JsonObject) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <For each={["zh", "en"] as const}>
      {(language) => (
        <TextField
          label={`${props.label} · ${t(`draft.general.${language === "zh" ? "chinese" : "english"}`)}`}
          value={textAt(props.desk.document(), `${props.at}/${language}`)}
          at={`${props.at}/${language}`}
          onInput={(words) =>
            props.onChange({ ...fieldsOf(valueAt(props.desk.document(), props.at)), [language]: words })
          }
        />
      )}
    </For>
  );
}

/** Where the rule belongs: its stage, whom it is asked of, its id and its rank. */
function Place(props: About): JSX.Element {
  const { t } = useWords();
  const at = (field: string): string => `/rules/${props.index}/${field}`;
  const text = (field: string): string => textAt(props.desk.document(), at(field));
  const rank = (): string => JSON.stringify(valueAt(props.desk.document(), at("rule/priority"))) ?? "";
  const placed = (field: string): string => t("rules.edited.place", { rule: props.desk.name(), field });
  return (
    <div class="rule-place">
      <Select
        label={t("rules.stage")}
        at={at("stage")}
        value={text("stage")}
        options={RULE_STAGES.map((stage) => ({ value: stage, name: t(`rules.stages.${stage}`) }))}
        onChange={(stage) => props.desk.write(placed(t("rules.stage")), at("stage"), stage)}
      />
      <Select
        label={t("rules.scope")}
        at={at("scope")}
        value={text("scope")}
        options={(["case", "party"] as const).map((scope) => ({
          value: scope,
          name: t(`rules.scopes.${scope}`),
        }))}
        onChange={(scope) => props.desk.write(placed(t("rules.scope")), at("scope"), scope)}
      />
      <Checked
        label={t("rules.id")}
        hint={t("rules.idHint")}
        wrong={t("rules.idWrong")}
        at={at("id")}
        value={text("id")}
        isFit={(id) => isFreeId(props.desk.document(), id, props.index)}
        onChange={(id) => {
          const { index } = props;
          props.desk.change(placed(t("rules.id")), (document) => withRuleId(document, index, id));
        }}
      />
      <Checked
        label={t("rules.rank")}
        hint={t("rules.rankHint")}
        wrong={t("rules.rankWrong")}
        at={at("rule/priority")}
        value={rank()}
        isFit={isRank}
        onChange={(typed) =>
          props.desk.write(
            placed(t("rules.rank")),
            at("rule/priority"),
            typed === "" ? undefined : Number(typed),
          )
        }
      />
    </div>
  );
}

function isRank(typed: string): boolean {
  return typed === "" || (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_RANK);
}

function Select(props: {
  readonly label: string;
  readonly at: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
}): JSX.Element {
  const options = () =>
    props.options.some(({ value }) => value === props.value)
      ? props.options
      : [{ value: props.value, name: props.value }, ...props.options];
  return (
    <label class="field">
      {props.label}
      <select data-at={props.at} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <For each={options()}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.name}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}

/** A text that is taken once it fits; until then it stays as it is typed, and says why it is not. */
function Checked(props: {
  readonly label: string;
  readonly hint: string;
  readonly wrong: string;
  readonly at: string;
  readonly value: string;
  readonly isFit: (text: string) => boolean;
  readonly onChange: (text: string) => void;
}): JSX.Element {
  const [typed, setTyped] = createSignal<string>();
  const isWrong = (): boolean => typed() !== undefined && !props.isFit(typed()?.trim() ?? "");
  const leave = (): void => {
    const text = typed()?.trim();
    if (text === undefined || isWrong()) return;
    setTyped(undefined);
    if (text !== props.value) props.onChange(text);
  };
  return (
    <div onFocusOut={leave}>
      <TextField
        label={props.label}
        value={typed() ?? props.value}
        at={props.at}
        hint={isWrong() ? props.wrong : props.hint}
        isWrong={isWrong()}
        onInput={setTyped}
      />
    </div>
  );
}
