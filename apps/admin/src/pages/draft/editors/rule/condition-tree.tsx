import { For, Index, type JSX, Match, Show, Switch } from "solid-js";
import { Button } from "../../../../parts/button.tsx";
import { type Json, valueAt } from "../../../../document/pointer.ts";
import { isComposing } from "../../../../shell/keys.ts";
import { useWords } from "../../../../words/words.tsx";
import { about } from "./about-fact.ts";
import { ComparisonFields, SubjectPicker } from "./comparison-fields.tsx";
import {
  GROUP_READINGS,
  NEW_CONDITION,
  addedAfter,
  addedTo,
  denied,
  groupReading,
  regrouped,
} from "./condition-edits.ts";
import { type LineContent, lineOf } from "./condition-node.ts";
import type { Desk } from "./desk.ts";
import { actOfKey, lineEdit } from "./line-acts.ts";
import { LineTools } from "./line-tools.tsx";
import { OtherForm } from "./other-form.tsx";

/** A condition as nested lists of lines that can be edited, moved and nested with buttons or keys. */
export function ConditionTree(props: { readonly desk: Desk }): JSX.Element {
  const { t } = useWords();
  return (
    // The keys are an extra way to the buttons of each line, heard before a field takes them for its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div class="condition-tree" on:keydown={{ handleEvent: onMoveKey, capture: true }} onKeyDown={onEnter}>
      <Line desk={props.desk} at={props.desk.root()} />
      <p class="soft keys-hint">{t("rules.keysHint")}</p>
    </div>
  );

  function onMoveKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const act = actOfKey(event);
    const at = lineAround(event.target);
    if (!act || at === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const label = t(`rules.edited.${act}`, { rule: props.desk.name() });
    const root = props.desk.root();
    props.desk.act(label, { at, edit: (document) => lineEdit(act)(document, at, root) });
  }

  function onEnter(event: KeyboardEvent): void {
    if (isComposing(event) || event.defaultPrevented || event.key !== "Enter") return;
    const at = lineAround(event.target);
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (at === undefined || !isField || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const root = props.desk.root();
    props.desk.act(t("rules.edited.add", { rule: props.desk.name() }), {
      at,
      edit: (document) => addedAfter(document, at, root, NEW_CONDITION),
      isNew: true,
    });
  }
}

function lineAround(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-line]")?.dataset["line"] : undefined;
}

function Line(props: { readonly desk: Desk; readonly at: string }): JSX.Element {
  const { t } = useWords();
  const line = () => lineOf(valueAt(props.desk.document(), props.at), props.at);
  const as = <Kind extends LineContent["kind"]>(kind: Kind) => {
    const { content } = line();
    return content.kind === kind ? (content as Extract<LineContent, { kind: Kind }>) : undefined;
  };
  const isRoot = (): boolean => props.at === props.desk.root();
  return (
    <div class="line" data-line={props.at} data-kind={line().content.kind}>
      <div class="line-fields">
        <div class="line-inputs">
          <Show when={line().isDenied && as("comparison")}>
            <strong class="line-not">{t("rules.not")}</strong>
          </Show>
          <Switch>
            <Match when={as("group")}>
              <GroupSelect desk={props.desk} at={props.at} />
            </Match>
            <Match when={as("named")}>
              {(named) => <NamedFields desk={props.desk} at={props.at} name={named().name} />}
            </Match>
            <Match when={as("comparison")}>
              {(comparison) => (
                <ComparisonFields desk={props.desk} at={line().body} comparison={comparison()} />
              )}
            </Match>
            <Match when={as("other")}>
              <OtherForm desk={props.desk} at={props.at} />
            </Match>
          </Switch>
        </div>
        <Show when={!isRoot()}>
          <LineTools
            isDenied={line().isDenied}
            isPossible={(act) =>
              lineEdit(act)(props.desk.document(), props.at, props.desk.root()) !== undefined
            }
            onAct={(act) => {
              const { at } = props;
              const root = props.desk.root();
              props.desk.act(t(`rules.edited.${act}`, { rule: props.desk.name() }), {
                at,
                edit: (document) => lineEdit(act)(document, at, root),
              });
            }}
          />
        </Show>
      </div>
      <Show when={as("group")}>
        {(group) => <Members desk={props.desk} list={`${line().body}/${group().of}`} size={group().size} />}
      </Show>
      <Show when={isRoot() || as("group")}>
        <AddTools desk={props.desk} at={props.at} />
      </Show>
    </div>
  );
}

function Members(props: { readonly desk: Desk; readonly list: string; readonly size: number }): JSX.Element {
  return (
    <ul class="members">
      <Index each={Array.from({ length: props.size })}>
        {(_, index) => (
          <li>
            <Line desk={props.desk} at={`${props.list}/${index}`} />
          </li>
        )}
      </Index>
    </ul>
  );
}

function AddTools(props: { readonly desk: Desk; readonly at: string }): JSX.Element {
  const { t } = useWords();
  const add = (line: Json): void => {
    const { at } = props;
    props.desk.act(t("rules.edited.add", { rule: props.desk.name() }), {
      at,
      edit: (document) => addedTo(document, at, line),
      isNew: true,
    });
  };
  return (
    <div class="members-tools">
      <Button kind="quiet" onClick={() => add(NEW_CONDITION)}>
        {t("rules.addCondition")}
      </Button>
      <Button kind="quiet" onClick={() => add({ any: [NEW_CONDITION] })}>
        {t("rules.addGroup")}
      </Button>
    </div>
  );
}

function GroupSelect(props: { readonly desk: Desk; readonly at: string }): JSX.Element {
  const { t } = useWords();
  const line = () => lineOf(valueAt(props.desk.document(), props.at), props.at);
  const reading = () => {
    const { content, isDenied } = line();
    return content.kind === "group" ? groupReading(content.of, isDenied) : "all";
  };
  return (
    <select
      class="line-select"
      aria-label={t("rules.group")}
      data-at={line().body}
      onChange={(event) => {
        const { at } = props;
        const chosen = GROUP_READINGS.find((one) => one === event.currentTarget.value) ?? "all";
        props.desk.act(t("rules.edited.group", { rule: props.desk.name() }), {
          at,
          edit: (document) => regrouped(document, at, chosen),
        });
      }}
    >
      <For each={GROUP_READINGS}>
        {(one) => (
          <option value={one} selected={one === reading()}>
            {t(`rules.groups.${one}`)}
          </option>
        )}
      </For>
    </select>
  );
}

function NamedFields(props: {
  readonly desk: Desk;
  readonly at: string;
  readonly name: string;
}): JSX.Element {
  const { t } = useWords();
  const line = () => lineOf(valueAt(props.desk.document(), props.at), props.at);
  const turn = (): void => {
    const { at } = props;
    props.desk.act(t("rules.edited.not", { rule: props.desk.name() }), {
      at,
      edit: (document) => denied(document, at),
    });
  };
  return (
    <>
      <SubjectPicker
        desk={props.desk}
        at={line().body}
        condition={props.name}
        onPickFact={(fact) =>
          props.desk.write(
            t("rules.edited.condition", { rule: props.desk.name() }),
            line().body,
            about(fact, { fact: "", operator: "equal", value: "" }, props.desk.vocabulary()),
          )
        }
      />
      <select class="line-select" aria-label={t("rules.conditionHolds")} onChange={turn}>
        <option selected={!line().isDenied}>{t("rules.holds")}</option>
        <option selected={line().isDenied}>{t("rules.doesNotHold")}</option>
      </select>
    </>
  );
}
