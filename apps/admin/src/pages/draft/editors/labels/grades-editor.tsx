import { type JSX, Show } from "solid-js";
import {
  type Json,
  type JsonObject,
  isList,
  itemsOf,
  pointerTo,
  valueAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { focusPlaceSoon } from "../../focus-place.ts";
import { EitherView } from "../either-view.tsx";
import { JsonEditor } from "../json-editor.tsx";
import { LabelTable } from "./label-table.tsx";
import { NewName } from "./new-name.tsx";
import { withItemMoved, withWord } from "./label-edits.ts";

/** The grades of discipline, mildest first, with the labels that the words of outcomes give them. */
export function GradesEditor(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  return (
    <EitherView
      session={props.session}
      at="/grades"
      name={t("facts.form")}
      grid={<JsonEditor session={props.session} at="/grades" />}
      gridName="JSON"
      otherwise={t("parts.names.grades")}
    >
      <Grades session={props.session} />
    </EitherView>
  );
}

function Grades(props: { readonly session: DraftSession }): JSX.Element {
  const { t } = useWords();
  const stated = () => props.session.document()["grades"];
  const grades = (): readonly string[] => itemsOf(stated()).filter((grade) => typeof grade === "string");
  const isReadable = (): boolean =>
    stated() === undefined || (isList(stated()) && itemsOf(stated()).length === grades().length);
  const place = (grade: string): string => pointerTo("words", grade);
  const rows = () =>
    grades().map((name, index) => ({
      name,
      at: pointerTo("grades", index),
      labelsAt: place(name),
      labels: valueAt(props.session.document(), place(name)),
    }));
  const edit = (change: (document: JsonObject) => JsonObject): void =>
    props.session.edit(t("draft.general.edited", { field: t("labels.gradesEdited") }), change);
  const editList = (change: (list: readonly Json[]) => readonly Json[]): void =>
    // INVARIANT: a value put into an object leaves an object.
    edit((document) => withValueAt(document, "/grades", change(itemsOf(document["grades"]))) as JsonObject);
  return (
    <fieldset class="value-labels" data-at="/grades">
      <legend class="unseen">{t("parts.names.grades")}</legend>
      <Show when={isReadable()} fallback={<p role="alert">{t("labels.malformed")}</p>}>
        <p class="soft">{t("labels.gradesHint")}</p>
        <LabelTable
          rows={rows()}
          onLabel={({ name }, language, text) =>
            edit((document) => withWord(document, name, { [language]: text }))
          }
          onMove={({ name }, by, index) => {
            editList((list) => withItemMoved(list, index, by));
            focusPlaceSoon(`${place(name)}/zh`);
          }}
          onRemove={(_row, index) => editList((list) => list.toSpliced(index, 1))}
        >
          <NewName
            label={t("labels.newGrade")}
            names={rows().map(({ name }) => name)}
            onAdd={(name) =>
              edit((document) =>
                withWord({ ...document, grades: [...itemsOf(document["grades"]), name] }, name, {}),
              )
            }
            placeOf={place}
          />
        </LabelTable>
      </Show>
    </fieldset>
  );
}
