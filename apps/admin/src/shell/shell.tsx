import type { RouteSectionProps } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { ErrorBoundary, type JSX, Match, Show, Switch } from "solid-js";
import type { Me } from "../api/answers.ts";
import { meQuery } from "../api/queries.ts";
import { isNotSignedIn } from "../api/send.ts";
import { firstAccount, isOtherAccount, isSessionOver } from "../api/session.ts";
import { SignInAgain } from "../pages/sign-in/sign-in-again.tsx";
import { SignInPage } from "../pages/sign-in/sign-in-page.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { useWords } from "../words/words.tsx";
import { useCarriedDay } from "./as-of.ts";
import { PageFault } from "./page-fault.tsx";
import { useLastPlace } from "./last-place.ts";
import { Rail } from "./rail.tsx";
import "./shell.css";
import { TopBar } from "./top-bar.tsx";

/**
 * What stands around every page; to whoever is not signed in it shows nothing but the way to sign in. Where a session
 * ends, the page stays and is gone on with.
 */
export function Shell(props: RouteSectionProps): JSX.Element {
  const me = useQuery(meQuery);
  return (
    <Switch>
      <Match when={me.isError && me.data === undefined && isNotSignedIn(me.error)}>
        <SignInPage />
      </Match>
      <Match when={me.isError && me.data === undefined}>
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
  const queries = useQueryClient();
  // What the page was made of may be what broke it.
  const afresh = (reset: () => void): void => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    reset();
  };
  useCarriedDay();
  useLastPlace(() => props.me.id);
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t("rail.skip")}
      </a>
      <Rail />
      <TopBar me={props.me} />
      <main class="page" id="content" tabindex="-1">
        <ErrorBoundary fallback={(error, reset) => <PageFault error={error} onRetry={() => afresh(reset)} />}>
          {props.children}
        </ErrorBoundary>
      </main>
      <Show when={isSessionOver() || isOtherAccount()}>
        <SignInAgain
          email={firstAccount()?.email ?? props.me.email}
          why={isOtherAccount() ? "otherAccount" : "sessionOver"}
        />
      </Show>
    </div>
  );
}
