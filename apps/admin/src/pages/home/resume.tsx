import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import IconGoOn from "~icons/lucide/arrow-right";
import type { Me } from "../../api/answers.ts";
import { draftsQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { lastPlaceOf } from "../../shell/last-place.ts";
import { useWords } from "../../words/words.tsx";
import { workAt } from "./work-at.ts";

/** The way back to where somebody was at work last in this browser, while that is still there. */
export function Resume(props: { readonly me: Me }): JSX.Element {
  const { t } = useWords();
  const may = useMay();
  const titleOf = usePolicyTitle();
  const drafts = useQuery(() => ({ ...draftsQuery(), enabled: may("drafts:read") }));
  const work = () => {
    const place = lastPlaceOf(props.me.id);
    return place === undefined ? undefined : workAt(place, drafts.data ?? []);
  };
  return (
    <Show when={work()}>
      {(found) => (
        <A class="card resume" href={found().href}>
          <IconGoOn aria-hidden="true" />
          {t(`resume.${found().kind}`, { policy: titleOf(found().policy ?? "") })}
        </A>
      )}
    </Show>
  );
}
