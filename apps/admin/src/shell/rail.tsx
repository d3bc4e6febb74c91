import { A } from "@solidjs/router";
import { For, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useWords } from "../words/words.tsx";
import { useRailLinks } from "./rail-links.ts";

/** The way to everything, on the left. */
export function Rail(): JSX.Element {
  const { t } = useWords();
  const links = useRailLinks();
  return (
    <nav class="rail" aria-label={t("rail.label")}>
      <A href="/" data-part="product" end>
        <img src="/favicon.svg" alt="" />
        {t("product")}
      </A>
      <For each={links()}>
        {(link) => (
          <A href={link.href} data-part="link" end={link.href === "/"}>
            <Dynamic component={link.icon} aria-hidden="true" />
            {link.name}
          </A>
        )}
      </For>
    </nav>
  );
}
