import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import IconHome from "~icons/lucide/house";
import IconPolicies from "~icons/lucide/scroll-text";
import { useWords } from "../words/words.tsx";

/** The way to everything, on the left. */
export function Rail(): JSX.Element {
  const { t } = useWords();
  return (
    <nav class="rail" aria-label={t("rail.label")}>
      <A href="/" data-part="product" end>
        <img src="/favicon.svg" alt="" />
        {t("product")}
      </A>
      <A href="/" data-part="link" end>
        <IconHome aria-hidden="true" />
        {t("rail.home")}
      </A>
      <A href="/policies" data-part="link">
        <IconPolicies aria-hidden="true" />
        {t("rail.policies")}
      </A>
    </nav>
  );
}
