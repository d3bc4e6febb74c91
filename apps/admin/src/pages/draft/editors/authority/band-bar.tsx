import type { ParameterUnit } from "@evenhand/domain";
import { For, type JSX, Show } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import type { Bands } from "./bands.ts";
import { useBandText } from "./use-band-text.ts";

/** The bands side by side, each as wide as the others: what matters is where they meet. The table below says the same. */
export function BandBar(props: {
  readonly session: DraftSession;
  readonly bands: Bands;
  readonly unit: ParameterUnit;
  /** The band that the amount on trial falls into. */
  readonly hit: string | undefined;
}): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const textOf = useBandText(() => props.session);
  const summary = (): string =>
    props.bands.bands
      .map(({ level }, index) =>
        t("parts.authority.bandSays", {
          amount: textOf(props.bands, index, props.unit),
          level: words.word(level),
        }),
      )
      .join(" ");
  return (
    <div class="band-bar" role="img" aria-label={summary()}>
      <For each={props.bands.bands}>
        {(band, index) => (
          <div data-hit={props.hit === band.pointer}>
            <span data-part="level">{words.word(band.level)}</span>
            <Show when={props.bands.boundaries[index()]}>
              {(boundary) => <span data-part="boundary">{words.figure(boundary().value, props.unit)}</span>}
            </Show>
          </div>
        )}
      </For>
    </div>
  );
}
