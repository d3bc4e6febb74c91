import { Index, type JSX } from "solid-js";
import { useLive } from "../../../live/live.tsx";
import { Button } from "../../../parts/button.tsx";
import type { NameOf } from "../../../document/named-text.ts";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { type Fix, fixed, placeAfter } from "./fix.ts";
import "./fixes.css";

/** A button for each way to mend something; it mends it and leads to where to go on. */
export function FixButtons(props: {
  readonly fixes: readonly Fix[];
  readonly session: DraftSession;
  readonly nameOf: NameOf;
  readonly onGo: (pointer: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const nameOf = (fix: Fix): string => {
    switch (fix.kind) {
      case "addRows":
        return fix.rows.length === 1 ? t("fixes.addRow") : t("fixes.addRows", { count: fix.rows.length });
      case "takeOut":
        return t("fixes.takeOut", { row: fix.row, other: fix.other });
      case "upperWins":
      case "meant":
        return t(`fixes.${fix.kind}`);
      case "instead":
        return t("fixes.instead", { name: `“${props.nameOf(fix.value)}”` });
    }
  };
  const live = useLive();
  const mend = (fix: Fix): void => {
    // Where something was edited a moment ago, what is offered may be of a place that is another by now.
    if (!live.isCurrent()) return;
    const next = placeAfter(props.session.document(), fix);
    props.session.edit(nameOf(fix), (document) => fixed(document, fix));
    props.onGo(next);
  };
  return (
    <span class="fixes">
      <Index each={props.session.mayEdit() ? props.fixes : []}>
        {(fix) => <Button onClick={() => mend(fix())}>{nameOf(fix())}</Button>}
      </Index>
    </span>
  );
}
