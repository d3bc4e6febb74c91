import { useMutation, useQuery } from "@tanstack/solid-query";
import { type JSX, Show, createSignal } from "solid-js";
import { versionsQuery } from "../../api/queries.ts";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { type CheckAsk, startCheck } from "./check-queries.ts";
import type { CheckedContent } from "./content.ts";

const USUAL_SECONDS = 30;

/** What is to be looked for and proved of the content as it stands. */
export function AskCheck(props: {
  readonly content: CheckedContent;
  readonly hasErrors: boolean;
  readonly onBegun: (id: string) => void;
}): JSX.Element {
  const { t } = useWords();
  const asked = createAsked(() => props.content);
  const start = useMutation(() => ({
    mutationFn: (ask: CheckAsk) => startCheck(props.content.policy, props.content.subject, ask),
    onSuccess: ({ id }) => props.onBegun(id),
  }));
  return (
    <form
      class="card check-ask"
      aria-label={t("checks.ask")}
      onSubmit={(event) => {
        event.preventDefault();
        const ask = asked.ask();
        if (ask) start.mutate(ask);
      }}
    >
      <h2>{t("checks.ask")}</h2>
      <Show when={props.hasErrors}>
        <p class="notice" role="status">
          {t("checks.withErrors")}
        </p>
      </Show>
      <Choice
        label={t("checks.probes")}
        hint={t("checks.probesHint")}
        isChosen={asked.isProbed()}
        onChange={asked.setProbed}
      />
      <Claims asked={asked} />
      <div>
        <Button
          type="submit"
          kind="main"
          disabled={props.hasErrors || start.isPending || asked.ask() === undefined}
        >
          {t("checks.start")}
        </Button>
      </div>
      <Show when={asked.isNothing()}>
        <p role="alert">{t("checks.askFirst")}</p>
      </Show>
      <Show when={start.isError}>
        <Trouble error={start.error} />
      </Show>
    </form>
  );
}

function Claims(props: { readonly asked: Asked }): JSX.Element {
  const { t } = useWords();
  return (
    <fieldset class="check-claims">
      <legend>{t("checks.prove")}</legend>
      <Choice
        label={t("checks.cap")}
        hint={t(props.asked.isOfOneCase() ? "checks.capHintOfOne" : "checks.capHint")}
        isChosen={props.asked.isCapped()}
        onChange={props.asked.setCapped}
      />
      <Show when={props.asked.isCapped()}>
        <div class="check-detail">
          <TextField
            label={t("checks.bound")}
            value={props.asked.bound()}
            inputMode="numeric"
            isRequired={false}
            isWrong={props.asked.isBoundWrong()}
            hint={props.asked.isBoundWrong() ? t("checks.boundWrong") : undefined}
            onInput={props.asked.setBound}
          />
          <Choice
            label={t("checks.ofOneCase")}
            hint={t("checks.ofOneCaseHint")}
            isChosen={props.asked.isOfOneCase()}
            onChange={props.asked.setOfOneCase}
          />
        </div>
      </Show>
      <Choice
        label={t("checks.unique")}
        hint={t("checks.uniqueHint")}
        isChosen={props.asked.isUnique()}
        onChange={props.asked.setUnique}
      />
      <Show when={props.asked.versions().length > 0}>
        <Choice
          label={t("checks.noMoreThan")}
          hint={t("checks.noMoreThanHint")}
          isChosen={props.asked.isCompared()}
          onChange={props.asked.setCompared}
        />
        <Show when={props.asked.isCompared()}>
          <div class="check-detail">
            <SelectField
              label={t("checks.version")}
              value={String(props.asked.version())}
              options={props.asked.versions().map((version) => ({
                value: String(version),
                label: t("checks.versionName", { version }),
              }))}
              onChange={(value) => props.asked.setVersion(Number(value))}
            />
          </div>
        </Show>
      </Show>
    </fieldset>
  );
}

/** What is chosen in the form, and the ask that it makes; no ask where nothing is, or a figure is wrong. */
function createAsked(content: () => CheckedContent) {
  const [isProbed, setProbed] = createSignal(true);
  const [isCapped, setCapped] = createSignal(false);
  const [isOfOneCase, setOfOneCase] = createSignal(false);
  const [bound, setBound] = createSignal("");
  const [isUnique, setUnique] = createSignal(false);
  const [isCompared, setCompared] = createSignal(false);
  const [chosen, setVersion] = createSignal<number>();
  const standing = useQuery(() => versionsQuery(content().policy));
  const versions = (): readonly number[] => {
    const { subject } = content();
    const own = "version" in subject ? subject.version : Number.POSITIVE_INFINITY;
    const all = (standing.isSuccess ? standing.data : []).map(({ version }) => version);
    return all.filter((version) => version < own).toReversed();
  };
  const version = (): number => chosen() ?? versions()[0] ?? 0;
  const isBoundWrong = (): boolean => isCapped() && rateOf(bound()) === "wrong";
  const isNothing = (): boolean => !isProbed() && !isCapped() && !isUnique() && !isCompared();
  const ask = (): CheckAsk | undefined => {
    const rate = rateOf(bound());
    if (isNothing() || (isCapped() && rate === "wrong")) return undefined;
    return {
      probes: isProbed() ? {} : null,
      proofs: [
        ...(isCapped()
          ? [
              {
                kind: "cap" as const,
                ...(typeof rate === "number" ? { boundRate: rate } : {}),
                ofOneCase: isOfOneCase(),
              },
            ]
          : []),
        ...(isUnique() ? [{ kind: "unique" as const }] : []),
        ...(isCompared() ? [{ kind: "no-more-than" as const, version: version() }] : []),
      ],
      seconds: USUAL_SECONDS,
    };
  };
  return {
    isProbed,
    setProbed,
    isCapped,
    setCapped,
    isOfOneCase,
    setOfOneCase,
    bound,
    setBound,
    isBoundWrong,
    isUnique,
    setUnique,
    isCompared,
    setCompared,
    versions,
    version,
    setVersion,
    isNothing,
    ask,
  };
}

type Asked = ReturnType<typeof createAsked>;

/** A part of the bonus as it was typed, in per cent with at most four places. */
function rateOf(typed: string): number | "wrong" | undefined {
  const text = typed.trim().replace(/\s*[%％]$/, "");
  if (text === "") return undefined;
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(text) || Number(text) > 100) return "wrong";
  return Math.round(Number(text) * 10_000) / 1_000_000;
}
