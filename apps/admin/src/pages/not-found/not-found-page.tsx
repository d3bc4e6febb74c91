import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import { useWords } from "../../words/words.tsx";

/** For addresses that lead nowhere. */
export function NotFoundPage(): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <p>
        <A href="/">{t("notFound.home")}</A>
      </p>
    </>
  );
}
