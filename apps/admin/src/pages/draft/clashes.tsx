import { For, type JSX, Show, createSignal } from "solid-js";
import type { Doer } from "../../api/answers.ts";
import { type Clash, placeKey } from "../../document/merge.ts";
import { Button } from "../../parts/button.tsx";
import { useWords } from "../../words/words.tsx";
import { ClashedField } from "./clashed-field.tsx";
import type { DraftSession } from "./draft-session.ts";
import "./trouble.css";

type Side = "mine" | "theirs";

/** Where two people changed the same fields: each field with what it was and what either made of it, to choose from. */
export function Clashes(props: { readonly session: DraftSession }): JSX.Element {
  const clash = () => {
    const state = props.session.saving();
    return state.kind === "clashed" ? state : undefined;
  };
  return (
    <Show when={clash()} keyed>
      {(found) => <Choice session={props.session} clashes={found.clashes} by={found.by} />}
    </Show>
  );
}

function Choice(props: {
  readonly session: DraftSession;
  readonly clashes: readonly Clash[];
  readonly by: Doer;
}): JSX.Element {
  const { t } = useWords();
  const [chosen, setChosen] = createSignal<ReadonlyMap<string, Side>>(new Map());
  const put = (clashes: readonly Clash[], side: Side): void => {
    setChosen(new Map([...chosen(), ...clashes.map(({ place }) => [placeKey(place), side] as const)]));
  };
  const theirs = (): ReadonlySet<string> =>
    new Set([...chosen()].flatMap(([place, side]) => (side === "theirs" ? [place] : [])));
  const left = (): number => props.clashes.length - chosen().size;
  return (
    <section class="card clashes" role="alert">
      <h2>{t("clash.title", { who: props.by.person ?? t("clash.somebody") })}</h2>
      <p class="soft">{t("clash.text")}</p>
      <For each={props.clashes}>
        {(clash) => (
          <ClashedField
            session={props.session}
            clash={clash}
            by={props.by}
            side={chosen().get(placeKey(clash.place))}
            onChoose={(side) => put([clash], side)}
          />
        )}
      </For>
      <div class="tools">
        <Button onClick={() => put(props.clashes, "mine")}>{t("clash.allMine")}</Button>
        <Button onClick={() => put(props.clashes, "theirs")}>{t("clash.allTheirs")}</Button>
        <Button kind="main" disabled={left() > 0} onClick={() => void props.session.choose(theirs())}>
          {t("clash.save")}
        </Button>
        <Show when={left() > 0}>
          <span class="soft">{t("clash.left", { count: left() })}</span>
        </Show>
      </div>
    </section>
  );
}
