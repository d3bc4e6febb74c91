import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, createSignal } from "solid-js";
import type { Change, Draft } from "../../api/answers.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useWords } from "../../words/words.tsx";
import { changesQuery } from "./review-queries.ts";

/** Every change as a sentence; each can be ticked off once it was looked at. */
export function Changes(props: { readonly draft: Draft }): JSX.Element {
  const { t } = useWords();
  const changes = useQuery(() => changesQuery(props.draft.id, props.draft.contentHash));
  const [viewed, setViewed] = createSignal<ReadonlySet<number>>(new Set());
  const tick = (index: number, isViewed: boolean): void => {
    const others = [...viewed()].filter((one) => one !== index);
    setViewed(new Set(isViewed ? [...others, index] : others));
  };
  return (
    <section class="card review-part">
      <Loaded query={changes}>
        {(found) => (
          <>
            <h2>{t("review.changes", { version: found().against.version })}</h2>
            <p class="soft" role="status">
              {t("review.viewedCount", { viewed: viewed().size, count: found().changes.length })}
            </p>
            <ul class="changes">
              <For each={found().changes} fallback={<li class="soft">{t("review.noChanges")}</li>}>
                {(change, index) => (
                  <li>
                    <label>
                      <input
                        type="checkbox"
                        checked={viewed().has(index())}
                        onChange={(event) => tick(index(), event.currentTarget.checked)}
                      />
                      <span class="unseen">{t("review.viewed")}</span>
                      <ChangeText change={change} />
                    </label>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** The sentence names what the change reaches. */
function ChangeText(props: { readonly change: Change }): JSX.Element {
  const { t, local } = useWords();
  return (
    <span>
      <Tag>{t(`review.kinds.${props.change.kind}`)}</Tag> {local(props.change.text)}
    </span>
  );
}
