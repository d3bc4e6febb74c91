import type { ExplanationStep, PolicyExample, RootCondition } from "@evenhand/domain";
import { For, type JSX, Match, Show, Switch, createMemo, createSignal } from "solid-js";
import { useGround } from "../../../../live/given.ts";
import { useLive } from "../../../../live/live.tsx";
import type { LiveGround } from "../../../../live/protocol.ts";
import { fieldsOf, itemsOf, textAt } from "../../../../document/pointer.ts";
import { seenLines } from "../../../../seen/seen-lines.ts";
import { SeenTree } from "../../../../seen/seen-tree.tsx";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import type { Desk } from "./desk.ts";
import { type Tried, tryRule } from "./try-rule.ts";

type Given = {
  readonly session: DraftSession;
  readonly desk: Desk;
  /** The id of the rule. */
  readonly rule: string;
};

/** What the rule sees in one of the draft's examples, and whether it applies. */
export function TryCase(props: Given): JSX.Element {
  const { t } = useWords();
  const live = useLive();
  const ground = useGround();
  const examples = () => itemsOf(props.session.document()["examples"]);
  return (
    <section class="try-case card" aria-label={t("rules.try.title")}>
      <h3>{t("rules.try.title")}</h3>
      <Switch fallback={<Show when={ground.data()}>{(found) => <Tries {...props} ground={found()} />}</Show>}>
        <Match when={examples().length === 0}>
          <p class="soft">{t("rules.try.none")}</p>
        </Match>
        <Match when={live.hasErrors()}>
          <p class="soft">{t("rules.try.mend")}</p>
        </Match>
      </Switch>
    </section>
  );
}

function Tries(props: Given & { readonly ground: LiveGround }): JSX.Element {
  const { t, language } = useWords();
  const [chosen, choose] = createSignal<string>();
  const examples = () =>
    itemsOf(props.session.document()["examples"]).map((example, index) => ({
      id: textAt(example, "/id", String(index + 1)),
      title: textAt(example, `/title/${language()}`) || textAt(example, "/id"),
      // INVARIANT: the draft has no errors, so what stands among its examples is one.
      example: example as unknown as PolicyExample,
    }));
  const current = () => examples().find(({ id }) => id === chosen()) ?? examples()[0];
  const tried = createMemo((): Tried | undefined => {
    const one = current();
    if (!one) return undefined;
    try {
      return tryRule(props.session.document(), {
        example: one.example,
        rule: props.rule,
        ground: props.ground,
      });
    } catch {
      // An edit that is not looked over yet may have made an error that nobody has told of.
      return undefined;
    }
  });
  const as = <Kind extends Tried["kind"]>(kind: Kind) => {
    const found = tried();
    return found?.kind === kind ? (found as Extract<Tried, { kind: Kind }>) : undefined;
  };
  return (
    <>
      <label class="field">
        {t("rules.try.case")}
        <select onChange={(event) => choose(event.currentTarget.value)}>
          <For each={examples()}>
            {({ id, title }) => (
              <option value={id} selected={id === current()?.id}>
                {title}
              </option>
            )}
          </For>
        </select>
      </label>
      <Switch fallback={<p class="soft">{t("rules.try.mend")}</p>}>
        <Match when={as("refused")}>
          {(refused) => (
            <>
              <p>{t("rules.try.refused")}</p>
              <ul>
                <For each={refused().problems}>{(problem) => <li>{problem[language()]}</li>}</For>
              </ul>
            </>
          )}
        </Match>
        <Match when={as("steps")}>
          {(found) => <For each={found().steps}>{(step) => <Step {...props} step={step} />}</For>}
        </Match>
      </Switch>
    </>
  );
}

/** What the rule saw of the case, or of one party. */
function Step(props: Given & { readonly step: ExplanationStep }): JSX.Element {
  const { t, language } = useWords();
  const line = () => {
    const rules = itemsOf(props.session.document()["rules"]);
    const rule = rules.find((one) => textAt(one, "/id") === props.rule);
    const conditions = fieldsOf(fieldsOf(rule)["rule"])["conditions"];
    const { conditions: trace } = props.step;
    // INVARIANT: the rule was decided, so its conditions are in the form of conditions.
    return (
      trace &&
      seenLines(
        conditions as unknown as RootCondition,
        trace,
        props.desk.vocabulary().policy.conditions ?? {},
      )
    );
  };
  const verdict = () => {
    if (props.step.fired !== true) return "appliesNot";
    return props.step.stands === false ? "yields" : "applies";
  };
  return (
    <div class="try-step" data-fired={props.step.fired === true}>
      <h4>
        {props.step.party === undefined
          ? t("rules.try.toCase")
          : t("rules.try.toParty", { party: props.step.party })}{" "}
        <span>
          {props.step.fired === true ? "✓" : "✗"} {t(`rules.try.${verdict()}`)}
        </span>
      </h4>
      <Show when={line()}>
        {(found) => <SeenTree vocabulary={props.desk.vocabulary()} lines={[found()]} />}
      </Show>
      <Show when={props.step.note}>{(note) => <p class="soft">{note()[language()]}</p>}</Show>
    </div>
  );
}
