import { type JSX, Show, createSignal } from "solid-js";
import { ViewToggle } from "../../parts/view-toggle.tsx";

/** One question of an auditor, with what answers it. */
export function Question(props: {
  readonly id: string;
  readonly asks: string;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <section class="card fairness-card" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.asks}</h2>
      {props.children}
    </section>
  );
}

/** A picture of figures and the table that says the same, of which one is shown. */
export function Drawn(props: {
  readonly label: string;
  /** What stands above either. */
  readonly lead?: JSX.Element;
  readonly picture: JSX.Element;
  readonly table: JSX.Element;
}): JSX.Element {
  const [view, setView] = createSignal<"picture" | "table">("picture");
  return (
    <div class="drawn">
      <div class="section-head">
        <h3>{props.label}</h3>
        <ViewToggle label={props.label} value={view()} onChange={setView} />
      </div>
      {props.lead}
      <Show when={view() === "picture"} fallback={props.table}>
        {props.picture}
      </Show>
    </div>
  );
}
