import { useMutation } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import type { Draft } from "../../api/answers.ts";
import { today } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { publish } from "./review-queries.ts";
import type { Seen } from "./seen.ts";
import { useAfter } from "./use-after.ts";

/** From which day on what was approved is in force. */
export function Publication(props: { readonly draft: Draft; readonly seen: Seen }): JSX.Element {
  const { t } = useWords();
  const after = useAfter();
  const [day, setDay] = createSignal(today());
  const publication = useMutation(() => ({
    mutationFn: () => publish(props.draft.id, day()),
    onSettled: after,
  }));
  return (
    <>
      <TextField
        label={t("review.effectiveFrom")}
        hint={t("review.publishHint")}
        type="date"
        value={day()}
        onInput={setDay}
      />
      <Show when={publication.isError}>
        <Trouble error={publication.error} />
      </Show>
      <div>
        <Button
          kind="main"
          disabled={publication.isPending || props.seen.isOutdated()}
          onClick={() => publication.mutate()}
        >
          {t("review.publish")}
        </Button>
      </div>
    </>
  );
}
