import { A, useLocation } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, createMemo } from "solid-js";
import { Loaded } from "../../parts/loaded.tsx";
import { useWords } from "../../words/words.tsx";
import { type Clause, clausesOf } from "./clauses.ts";
import { usePlaceName } from "./place-name.ts";
import { markOf } from "./policy-place.ts";
import { type VersionDocument, documentQuery } from "./policy-queries.ts";

/** The articles that a version cites, each leading to what rests on it in the reading beside. */
export function ClauseIndex(props: {
  readonly policy: string;
  readonly version: number;
  readonly addressOf: (version: number) => string;
}): JSX.Element {
  const { t } = useWords();
  const location = useLocation();
  const document = useQuery(() => documentQuery({ policy: props.policy, version: props.version }));
  return (
    <nav ref={showIfAsked} class="card clause-index" id={ID} tabindex="-1" aria-label={t("versions.clauses")}>
      <h2>{t("versions.clauses")}</h2>
      <Loaded query={document}>
        {(found) => <Clauses document={found()} address={props.addressOf(props.version)} />}
      </Loaded>
    </nav>
  );

  /** The list comes after the page, so the browser does not find it by itself. */
  function showIfAsked(nav: HTMLElement): void {
    if (location.hash === `#${ID}`) queueMicrotask(() => nav.focus());
  }
}

/** By which addresses lead to the list. */
const ID = "clauses";

function Clauses(props: { readonly document: VersionDocument; readonly address: string }): JSX.Element {
  const { t } = useWords();
  const clauses = createMemo(() => clausesOf(props.document.policy));
  return (
    <dl>
      <For each={clauses()} fallback={<p class="soft">{t("versions.noClauses")}</p>}>
        {(clause) => <ClauseEntry clause={clause} address={props.address} />}
      </For>
    </dl>
  );
}

function ClauseEntry(props: { readonly clause: Clause; readonly address: string }): JSX.Element {
  const { local } = useWords();
  const nameOf = usePlaceName();
  return (
    <>
      <dt>{local(props.clause.cited)}</dt>
      <For each={props.clause.places}>
        {(place) => (
          <dd>
            <A href={`${props.address}#${markOf(place.pointer)}`}>{nameOf(place)}</A>
          </dd>
        )}
      </For>
    </>
  );
}
