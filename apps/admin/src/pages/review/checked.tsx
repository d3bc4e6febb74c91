import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type JSX, Show } from "solid-js";
import type { CheckSummary, Draft } from "../../api/answers.ts";
import { formatInstant } from "../../format/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { Tag } from "../../parts/tag.tsx";
import { isUnderWay } from "../../shell/runs.ts";
import { useWords } from "../../words/words.tsx";
import { checksOfContentQuery, checksQuery, contentOf } from "../checks/check-queries.ts";
import { checksAddress } from "../checks/content.ts";
import { isFault, sumOfChecks } from "../checks/sum-of-checks.ts";
import { useFoundText } from "../checks/use-found-text.ts";

type Props = { readonly draft: Draft };

/** What all checks of this content found, said as well where there was none; and what was found before it was edited. */
export function Checked(props: Props): JSX.Element {
  const checks = useQuery(() => checksOfContentQuery(props.draft.policy, props.draft.contentHash));
  const ofDraft = useQuery(() =>
    checksQuery(props.draft.policy, { draft: props.draft.id, contentHash: props.draft.contentHash }),
  );
  return (
    <div>
      <Loaded query={checks}>{(found) => <OfContent draft={props.draft} checks={found()} />}</Loaded>
      <Loaded query={ofDraft}>{(found) => <Earlier draft={props.draft} checks={found()} />}</Loaded>
    </div>
  );
}

type Checks = Props & { readonly checks: readonly CheckSummary[] };

function OfContent(props: Checks): JSX.Element {
  const { t, language } = useWords();
  const foundText = useFoundText();
  const sum = () => sumOfChecks(props.checks);
  const isRunning = (): boolean => props.checks.some(isUnderWay);
  const isNothing = (): boolean => Object.values(sum()).every((count) => !count) && sum().findings === null;
  const said = (): string => {
    if (isNothing()) return t("checks.evidence.running");
    const parts = [
      foundText({ counts: sum() }),
      ...(sum().findings === null ? [t("checks.evidence.notProbed")] : []),
      ...(isRunning() ? [t("checks.evidence.stillRunning")] : []),
    ];
    return t("checks.evidence.found", { found: parts.join(t("checks.between")) });
  };
  const address = (check?: string): string =>
    checksAddress(props.draft.policy, { draft: props.draft.id }, check);
  return (
    <Show
      when={!isNothing() || isRunning()}
      fallback={
        <p>
          <Tag>– {t("checks.evidence.none")}</Tag> <A href={address()}>{t("checks.evidence.run")}</A>
        </p>
      }
    >
      <Tag tone={isFault(sum()) ? "warn" : "plain"}>
        {isFault(sum()) ? "⚠ " : ""}
        {said()}
      </Tag>{" "}
      <A href={address(props.checks[0]?.id)}>{t("checks.evidence.open")}</A>
      <Show when={props.checks[0]}>
        {(newest) => <p class="soft">{formatInstant(newest().createdAt, language())}</p>}
      </Show>
    </Show>
  );
}

/** An edit does not make undone what was found before it: whoever reviews is told of that too. */
function Earlier(props: Checks): JSX.Element {
  const { t, language } = useWords();
  const foundText = useFoundText();
  const earlier = () => {
    const before = props.checks.filter(({ subject }) => contentOf(subject) !== props.draft.contentHash);
    const [newest] = before;
    if (!newest) return undefined;
    const same = before.filter(({ subject }) => contentOf(subject) === contentOf(newest.subject));
    const counts = sumOfChecks(same);
    return isFault(counts) ? { newest, counts } : undefined;
  };
  return (
    <Show when={earlier()}>
      {(found) => (
        <p>
          <Tag tone="warn">
            ⚠{" "}
            {t("checks.evidence.earlier", {
              at: formatInstant(found().newest.createdAt, language()),
              found: foundText(found()),
            })}
          </Tag>{" "}
          <A href={checksAddress(props.draft.policy, { draft: props.draft.id }, found().newest.id)}>
            {t("checks.evidence.openEarlier")}
          </A>
        </p>
      )}
    </Show>
  );
}
