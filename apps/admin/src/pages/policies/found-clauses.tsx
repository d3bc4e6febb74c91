import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { useWords } from "../../words/words.tsx";
import { usePlaceName } from "../policy/place-name.ts";
import { addressInReading } from "../policy/policy-place.ts";
import type { ClauseHits } from "./find-clauses.ts";

/** So many rules are named of one policy; its own page has all of them. */
const MOST_NAMED = 6;

/** The articles of a policy that a search found, with the rules that rest on them. */
export function FoundClauses(props: { readonly hits: ClauseHits }): JSX.Element {
  const { t, local } = useWords();
  const nameOf = usePlaceName();
  const all = () => props.hits.clauses.flatMap((clause) => clause.places.map((place) => ({ clause, place })));
  const others = (): number => all().length - MOST_NAMED;
  return (
    <ul class="found-clauses">
      <For each={all().slice(0, MOST_NAMED)}>
        {({ clause, place }) => (
          <li>
            <span class="soft">{local(clause.cited)}</span>{" "}
            <A href={addressInReading({ ...props.hits, pointer: place.pointer })}>{nameOf(place)}</A>
          </li>
        )}
      </For>
      <Show when={others() > 0}>
        <li>
          <A href={`/policies/${props.hits.policy}?version=${props.hits.version}#clauses`}>
            {t("versions.moreFound", { count: others() })}
          </A>
        </li>
      </Show>
    </ul>
  );
}
