import type { Policy } from "@evenhand/domain";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { useWords } from "../../words/words.tsx";
import { addressInReading, reachedPlace } from "../policy/policy-place.ts";
import type { CheckedContent } from "./content.ts";

/** What a rule, a row or a figure is called, leading to where it stands; its id where the document has it no more. */
export function RuleName(props: { readonly content: CheckedContent; readonly id: string }): JSX.Element {
  const { t, local } = useWords();
  const place = () => placeOf(props.content, props.id);
  const address = (pointer: string): string => {
    const { policy, subject } = props.content;
    return "draft" in subject
      ? `/policies/${policy}/draft/${subject.draft}?at=${encodeURIComponent(pointer)}`
      : addressInReading({ policy, version: subject.version, pointer });
  };
  return (
    <Show when={place()} fallback={<span class="code">{props.id}</span>}>
      {(found) => (
        <A href={address(found().pointer)}>
          {local(found().name ?? { en: props.id, zh: props.id })}
          <Show when={found().kind === "row"}>{t("checks.row", { number: found().number ?? 0 })}</Show>
        </A>
      )}
    </Show>
  );
}

/** The rules of a finding, each leading to where it stands. */
export function Rules(props: {
  readonly content: CheckedContent;
  readonly rules: readonly string[];
}): JSX.Element {
  const { t } = useWords();
  return (
    <Show when={props.rules.length > 0}>
      <span class="soft">
        {t("checks.rules")}{" "}
        <For each={props.rules}>
          {(rule, index) => (
            <>
              <Show when={index() > 0}>{t("checks.ruleBetween")}</Show>
              <RuleName content={props.content} id={rule} />
            </>
          )}
        </For>
      </span>
    </Show>
  );
}

const PARAMETER = "parameter.";

function placeOf({ document }: CheckedContent, id: string) {
  // INVARIANT: only what has no errors is checked; what was taken out of it since is not found.
  const policy = document as unknown as Policy;
  if (!id.startsWith(PARAMETER)) return reachedPlace(id, policy);
  const name = id.slice(PARAMETER.length);
  const label = policy.parameters[name]?.label;
  return label && { kind: "parameter" as const, pointer: `/parameters/${name}`, name: label };
}
