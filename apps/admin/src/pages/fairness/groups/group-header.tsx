import type { GroupDisparity } from "@evenhand/analysis";
import { A } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { useWords } from "../../../words/words.tsx";

/** The address of the cases of a group. */
export type CasesOfGroup = (group: string) => string;

/** The first cell of a group's line, which leads to its cases. */
export function GroupHeader(props: {
  readonly group: GroupDisparity;
  readonly casesOf: CasesOfGroup;
}): JSX.Element {
  const { local } = useWords();
  // Of those who are too few to be shown nothing is told, one by one least of all.
  const href = (): string | undefined =>
    props.group.shown === "compared" ? props.casesOf(props.group.group) : undefined;
  return (
    <th scope="row">
      <Show when={href()} fallback={local(props.group.label)}>
        {(to) => <A href={to()}>{local(props.group.label)}</A>}
      </Show>
    </th>
  );
}
