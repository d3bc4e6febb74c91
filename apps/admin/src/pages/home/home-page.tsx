import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { Me } from "../../api/answers.ts";
import { meQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { useWords } from "../../words/words.tsx";
import { Checklist } from "./checklist.tsx";
import "./home.css";
import { InForce } from "./in-force.tsx";
import { Keeping } from "./keeping.tsx";
import { Resume } from "./resume.tsx";
import { Runs } from "./runs.tsx";
import { SampleCard } from "./sample-card.tsx";
import { Simulations } from "./simulations.tsx";
import { MyDrafts, OthersDrafts, ReviewsForMe } from "./waiting.tsx";

/** What needs me today, and the first steps of whoever is new. */
export function HomePage(): JSX.Element {
  const { t } = useWords();
  const me = useQuery(meQuery);
  return (
    <>
      <h1>{t("home.greeting", { name: me.data?.name ?? "" })}</h1>
      <Show when={me.data}>{(known) => <ForMe me={known()} />}</Show>
    </>
  );
}

function ForMe(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const hasWork = (): boolean => may("drafts:read") || may("cases:write") || may("policies:read");
  return (
    <>
      <Resume me={props.me} />
      <div class="home">
        <div data-part="column">
          <Show when={may("users:manage")}>
            <Keeping />
          </Show>
          <Show when={may("drafts:review")}>
            <ReviewsForMe me={props.me} />
          </Show>
          <Show when={may("drafts:write")}>
            <MyDrafts me={props.me} />
          </Show>
          <Show when={may("cases:write")}>
            <Runs />
          </Show>
          <Show when={may("drafts:read")}>
            <Simulations />
            <OthersDrafts me={props.me} />
          </Show>
          <Show when={may("policies:read")}>
            <InForce />
          </Show>
          <Show when={!hasWork() && !may("users:manage")}>
            <p class="soft">{t("home.nothingForYou")}</p>
          </Show>
        </div>
        <div data-part="column">
          <Checklist me={props.me} />
          <Show when={may("drafts:read")}>
            <SampleCard />
          </Show>
        </div>
      </div>
    </>
  );
}
