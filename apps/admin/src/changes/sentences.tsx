import { useSearchParams } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { useWords } from "../words/words.tsx";
import { ChangeSections } from "./change-sections.tsx";
import { WholeReading } from "./whole-reading.tsx";

/** What changed, in sentences; on demand among all the sentences that did not change. The address says which. */
export function Sentences(props: Parameters<typeof ChangeSections>[0]): JSX.Element {
  const { t } = useWords();
  const [asked, ask] = useSearchParams<{ readonly sentences?: string }>();
  const whole = () => (asked.sentences === "all" ? props.readings : undefined);
  return (
    <>
      <Show when={props.readings}>
        <label class="only-changed">
          <input
            type="checkbox"
            checked={whole() === undefined}
            onChange={(event) =>
              ask({ sentences: event.currentTarget.checked ? undefined : "all" }, { replace: true })
            }
          />
          {t("changes.onlyChangedSentences")}
        </label>
      </Show>
      <Show when={whole()} fallback={<ChangeSections {...props} />}>
        {(readings) => <WholeReading comparison={props.comparison} readings={readings()} />}
      </Show>
    </>
  );
}
