import { useSearchParams } from "@solidjs/router";
import type { JSX } from "solid-js";
import { useWords } from "../../../../words/words.tsx";
import { RenameOrRemove } from "../rename-or-remove.tsx";
import { UsedBy, useUsingParts } from "../used-by.tsx";
import type { FactDesk } from "./fact-desk.ts";
import { isFactNameTaken, usesOfFact, withFactRenamed } from "./fact-uses.ts";

/** Who reads a fact, what rules call it, and the way to call it otherwise or to take it out. */
export function FactName(props: FactDesk): JSX.Element {
  const { t } = useWords();
  const [, ask] = useSearchParams();
  const users = useUsingParts(
    () => props.session,
    (document) => usesOfFact(document, props.name),
  );
  return (
    <>
      <UsedBy parts={users()} nobody={t("facts.nothingUses")} />
      <RenameOrRemove
        session={props.session}
        at={props.at}
        users={users()}
        isTaken={(name) => isFactNameTaken(props.session.document(), name)}
        renamed={(document, to) => withFactRenamed(document, { scope: props.scope, name: props.name }, to)}
        onGo={(pointer) => ask({ at: pointer })}
      />
    </>
  );
}
