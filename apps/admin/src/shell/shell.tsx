import type { RouteSectionProps } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Match, Suspense, Switch } from "solid-js";
import type { Me } from "../api/answers.ts";
import { ProblemError } from "../api/problem.ts";
import { meQuery } from "../api/queries.ts";
import { SignInPage } from "../pages/sign-in/sign-in-page.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { Rail } from "./rail.tsx";
import "./shell.css";
import { TopBar } from "./top-bar.tsx";

const NOT_SIGNED_IN = 401;

/** What stands around every page; to whoever is not signed in it shows nothing but the way to sign in. */
export function Shell(props: RouteSectionProps): JSX.Element {
  const me = useQuery(meQuery);
  const isStranger = (): boolean => me.error instanceof ProblemError && me.error.status === NOT_SIGNED_IN;
  return (
    <Switch>
      <Match when={isStranger()}>
        <SignInPage />
      </Match>
      <Match when={me.isError}>
        <main class="page">
          <Trouble error={me.error} onRetry={() => void me.refetch()} />
        </main>
      </Match>
      <Match when={me.data}>{(known) => <SignedIn me={known()}>{props.children}</SignedIn>}</Match>
    </Switch>
  );
}

function SignedIn(props: { readonly me: Me; readonly children: JSX.Element }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t("rail.skip")}
      </a>
      <Rail />
      <TopBar me={props.me} />
      <main class="page" id="content" tabindex="-1">
        <Suspense>{props.children}</Suspense>
      </main>
    </div>
  );
}
