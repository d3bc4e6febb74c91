import { useQuery } from "@tanstack/solid-query";
import type { Accessor, JSX } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { meQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { useWords } from "../../words/words.tsx";
import { type OwnPart, ownPart } from "./own-part.ts";

type Hindrance = OwnPart | "no-right";

/** What keeps whoever is signed in from approving a draft, if anything does. */
export function useHindrance(draft: Accessor<Draft>): Accessor<Hindrance | undefined> {
  const me = useQuery(meQuery);
  const may = useMay();
  return () => ownPart(draft(), me.data) ?? (may("drafts:review") ? undefined : "no-right");
}

/** Why somebody cannot approve, and who can. */
export function WhyNot(props: { readonly why: Hindrance; readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="notice">
      <p>{t(`review.whyNot.${props.why}`)}</p>
      <p class="soft">{t(props.draft.state === "approved" ? "review.whoPublishes" : "review.whoCan")}</p>
    </div>
  );
}
