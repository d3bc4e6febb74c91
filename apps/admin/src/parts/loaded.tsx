import type { UseQueryResult } from "@tanstack/solid-query";
import { type Accessor, type JSX, Match, Show, Switch } from "solid-js";
import { useWords } from "../words/words.tsx";
import "./parts.css";
import { Trouble } from "./trouble.tsx";

/**
 * What a query gave, a sketch of it while it is on its way, or what went wrong. What was there stays, with whatever
 * somebody is doing in it, where asking again goes wrong.
 */
export function Loaded<Data>(props: {
  readonly query: UseQueryResult<Data, Error>;
  /** Called once: what it shows stays while newer data takes the place of older. */
  readonly children: (data: Accessor<Data>) => JSX.Element;
}): JSX.Element {
  const hasData = (): boolean => props.query.data !== undefined;
  return (
    <>
      <Show when={props.query.isError}>
        <Trouble error={props.query.error} onRetry={() => void props.query.refetch()} />
      </Show>
      <Switch>
        <Match when={hasData()}>{props.children(() => props.query.data as Data)}</Match>
        <Match when={props.query.isPending}>
          <Skeleton />
        </Match>
      </Switch>
    </>
  );
}

function Skeleton(): JSX.Element {
  const { t } = useWords();
  return (
    <div role="status">
      <span class="unseen">{t("loading")}</span>
      <div class="skeleton" />
      <div class="skeleton" />
      <div class="skeleton" />
    </div>
  );
}
