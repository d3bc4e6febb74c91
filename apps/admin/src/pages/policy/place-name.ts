import { useWords } from "../../words/words.tsx";
import type { PolicyPlace } from "./policy-place.ts";

/** What a place is called, in the language that is shown. */
export function usePlaceName(): (place: PolicyPlace) => string {
  const { t, local } = useWords();
  return ({ kind, name, number }) =>
    t(`versions.places.${kind}`, { name: name ? local(name) : "", number: number ?? 0 });
}
