import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import { draftsQuery } from "../../../api/queries.ts";
import { useMay } from "../../../api/use-may.ts";
import { formatInstant } from "../../../format/format.ts";
import { SelectField } from "../../../parts/select-field.tsx";
import { useWords } from "../../../words/words.tsx";
import type { Asking } from "./ask-form.tsx";

/** Drafts that are no more to be changed into a version are not offered. */
const OVER: ReadonlySet<string> = new Set(["published", "withdrawn", "discarded"]);

/** The decisions as they stand, or beside them what a draft would make of the same cases. */
export function DraftChoice(props: Asking): JSX.Element {
  const { t, language } = useWords();
  const may = useMay();
  const drafts = useQuery(() => ({ ...draftsQuery(), enabled: may("drafts:read") }));
  const options = () => [
    { value: "", label: t("fairness.ask.live") },
    ...(drafts.isSuccess ? drafts.data : [])
      .filter(
        ({ policy, state, id }) =>
          policy === props.asked.policy && (!OVER.has(state) || id === props.asked.draft),
      )
      .map(({ id, changedAt }) => ({
        value: id,
        label: t("fairness.ask.draft", { at: formatInstant(changedAt, language()) }),
      })),
  ];
  return (
    <Show when={may("drafts:read")}>
      <SelectField
        label={t("fairness.ask.against")}
        value={props.asked.draft}
        options={options()}
        onChange={(draft) => props.onChange({ draft })}
      />
    </Show>
  );
}
