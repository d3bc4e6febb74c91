import type { Accessor } from "solid-js";
import { useWords } from "../words/words.tsx";
import type { PlaceWords } from "./place-name.ts";

/** The words for places of a document, in the language that is shown. */
export function usePlaceWords(): Accessor<PlaceWords> {
  const { t, language } = useWords();
  return () => ({
    language: language(),
    field: (name) => t(`place.fields.${name}`),
    item: (number) => t("place.item", { number }),
    row: (number) => t("place.row", { number }),
    order: () => t("place.order"),
  });
}
