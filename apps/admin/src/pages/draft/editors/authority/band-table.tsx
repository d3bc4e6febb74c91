import { For, type JSX, Show, createMemo, createSignal } from "solid-js";
import { type JsonObject, withValueAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import { factType } from "../../../../document/document-names.ts";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import "./authority.css";
import { BandBar } from "./band-bar.tsx";
import { BandRow } from "./band-row.tsx";
import { type Band, type Bands, bandOf, withBandSplit, withBoundary, withoutBand } from "./bands.ts";
import { TryAmount } from "./try-amount.tsx";
import { levelsOf, unitOfType } from "./levels.ts";

/** Who approves by an amount: the bands as a bar and as rows, whose boundaries both neighbours share. */
export function BandTable(props: { readonly session: DraftSession; readonly bands: Bands }): JSX.Element {
  const { t } = useWords();
  const words = useDocumentWords(() => props.session);
  const [amount, setAmount] = createSignal<number>();
  const unit = createMemo(() => unitOfType(factType(props.session.document(), props.bands.fact)));
  const hit = (): Band | undefined => {
    const tried = amount();
    return tried === undefined ? undefined : bandOf(props.bands, tried);
  };
  const rows = createMemo(() => props.bands.bands.map(({ pointer }) => pointer));
  /** `field` is the boundary that is typed into, so that all that is typed in one go is one edit. */
  const edit = (change: (document: JsonObject) => JsonObject, field?: string): void =>
    props.session.edit(t("parts.authority.edited"), change, field);
  return (
    <div class="bands">
      <p>{t("parts.authority.by", { fact: words.fact(props.bands.fact) })}</p>
      <BandBar {...props} unit={unit()} hit={hit()?.pointer} />
      <TryAmount session={props.session} unit={unit()} hit={hit()} onTry={setAmount} />
      <ol class="band-list">
        <For each={rows()}>
          {(pointer, index) => (
            <Show when={props.bands.bands[index()]}>
              {(band) => (
                <BandRow
                  session={props.session}
                  bands={props.bands}
                  band={band()}
                  index={index()}
                  unit={unit()}
                  isHit={hit()?.pointer === pointer}
                  levels={levelsOf(props.session.document())}
                  onLevel={(level) =>
                    edit((document) => withValueAt(document, band().levelAt, level) as JsonObject)
                  }
                  onBoundary={(value) => {
                    const boundary = props.bands.boundaries[index()];
                    if (boundary)
                      edit((document) => withBoundary(document, boundary, value), boundary.places.join(" "));
                  }}
                  onSplit={(value) => {
                    const [bands, split] = [props.bands, { row: band().row, value }];
                    edit((document) => withBandSplit(document, bands, split));
                  }}
                  onRemove={() => {
                    const [bands, at] = [props.bands, index()];
                    edit((document) => withoutBand(document, bands, at));
                  }}
                />
              )}
            </Show>
          )}
        </For>
      </ol>
    </div>
  );
}
