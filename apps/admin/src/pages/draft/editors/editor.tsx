import { type JSX, Match, Suspense, Switch, lazy } from "solid-js";
import type { DraftSession } from "../draft-session.ts";
import { stepsOf } from "../../../document/pointer.ts";
import { GeneralEditor } from "./general-editor.tsx";
import { JsonEditor } from "./json-editor.tsx";
import { ParameterEditor } from "./parameter-editor.tsx";

const TableEditor = lazy(async () => ({ default: (await import("./table/table-editor.tsx")).TableEditor }));

/** The editor of the part that a pointer leads to or into. */
export function Editor(props: { readonly session: DraftSession; readonly at: string }): JSX.Element {
  const steps = () => stepsOf(props.at);
  const section = () => steps()[0] ?? "";
  const part = () => {
    const [first, second] = steps();
    if (first === undefined) return "";
    return second === undefined
      ? `/${first}`
      : `/${first}/${second.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  };
  return (
    <Switch fallback={<JsonEditor session={props.session} at={part()} />}>
      <Match when={section() === "title" || section() === "summary"}>
        <GeneralEditor session={props.session} />
      </Match>
      <Match when={section() === "parameters" && steps()[1]}>
        {(id) => <ParameterEditor session={props.session} id={id()} />}
      </Match>
      <Match when={section() === "tables" && steps()[1]}>
        {(id) => (
          <Suspense>
            <TableEditor session={props.session} id={id()} at={props.at} />
          </Suspense>
        )}
      </Match>
    </Switch>
  );
}
