import { For, type JSX, Show, createMemo } from "solid-js";
import { type JsonObject, fieldsOf, itemsOf, pointerTo, textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { BandTable } from "./band-table.tsx";
import { bandsOf } from "./bands.ts";

/** Everything that says who approves: tables of bands as bands, other tables and rules with the way to them. */
export function AuthoritiesView(props: { readonly session: DraftSession }): JSX.Element {
  const { t, language } = useWords();
  const tables = createMemo(() => authorityTables(props.session.document()));
  const rules = createMemo(() => authorityRules(props.session.document()));
  const words = useDocumentWords(() => props.session);
  const nameAt = (pointer: string): string =>
    textAt(props.session.document(), `${pointer}/label/${language()}`) || pointer;
  return (
    <div class="authorities">
      <h2>{t("parts.names.authorities")}</h2>
      <Show when={tables().length + rules().length === 0}>
        <p class="soft">{t("parts.authority.none")}</p>
      </Show>
      <For each={tables()}>
        {(id) => (
          <section class="bands">
            <h3>
              <a href={`?at=${encodeURIComponent(pointerTo("tables", id))}`}>
                {nameAt(pointerTo("tables", id))}
              </a>
            </h3>
            <Show
              when={bandsOf(props.session.document(), id)}
              fallback={<p class="soft">{t("parts.authority.notBands")}</p>}
            >
              {(bands) => <BandTable session={props.session} bands={bands()} />}
            </Show>
          </section>
        )}
      </For>
      <Show when={rules().length > 0}>
        <section>
          <h3>{t("parts.authority.rules")}</h3>
          <ul class="part-links">
            <For each={rules()}>
              {(pointer) => (
                <li>
                  <a href={`?at=${encodeURIComponent(pointer)}`}>{nameAt(pointer)}</a>{" "}
                  {words.word(textAt(props.session.document(), `${pointer}/rule/event/params/level`))}
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  );
}

function authorityTables(document: JsonObject): readonly string[] {
  return Object.entries(fieldsOf(document["tables"]))
    .filter(([, table]) => textAt(table, "/event/type") === "authority")
    .map(([id]) => id);
}

/** Pointers to the rules; of several that fire the first by priority stands, so they are in that order. */
function authorityRules(document: JsonObject): readonly string[] {
  const priority = (pointer: string): number => {
    const value = fieldsOf(fieldsOf(itemsOf(document["rules"])[Number(pointer.split("/")[2])])["rule"])[
      "priority"
    ];
    return typeof value === "number" ? value : 1;
  };
  return itemsOf(document["rules"])
    .flatMap((rule, index) =>
      textAt(rule, "/rule/event/type") === "authority" ? [pointerTo("rules", index)] : [],
    )
    .toSorted((one, other) => priority(other) - priority(one));
}
