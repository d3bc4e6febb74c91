import { Tabs } from "@ark-ui/solid/tabs";
import { type JSX, Suspense } from "solid-js";
import { AllComments } from "../../../comments/all-comments.tsx";
import { useWords } from "../../../words/words.tsx";
import type { DraftSession } from "../draft-session.ts";
import { Problems } from "./problems.tsx";
import { DraftReading } from "./draft-reading.tsx";

/** What is wrong with the draft, and how it reads. */
export function Dock(props: {
  readonly session: DraftSession;
  readonly onGo: (pointer: string) => void;
  readonly onNextProblem: () => void;
}): JSX.Element {
  const { t } = useWords();
  const count = (): number => props.session.draft().diagnostics.length;
  return (
    <aside class="card dock" aria-label={t("draft.dock")}>
      <Tabs.Root defaultValue="problems">
        <Tabs.List class="tabs">
          <Tabs.Trigger value="problems">
            {t("draft.problems")} {count()}
          </Tabs.Trigger>
          <Tabs.Trigger value="reading">{t("draft.reading")}</Tabs.Trigger>
          <Tabs.Trigger value="comments">{t("comments.title")}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="problems">
          <Problems
            diagnostics={props.session.draft().diagnostics}
            session={props.session}
            onGo={props.onGo}
            onNext={props.onNextProblem}
          />
        </Tabs.Content>
        <Tabs.Content value="reading">
          {/* What is read out is asked for again after every edit; nothing but itself waits for it. */}
          <Suspense>
            <DraftReading session={props.session} onGo={props.onGo} />
          </Suspense>
        </Tabs.Content>
        <Tabs.Content value="comments">
          <AllComments draft={props.session.draft()} document={props.session.document()} />
        </Tabs.Content>
      </Tabs.Root>
    </aside>
  );
}
