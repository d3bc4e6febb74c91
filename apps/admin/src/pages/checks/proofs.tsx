import type { LocalizedText } from "@evenhand/domain";
import { figure, percentage } from "@evenhand/policy";
import { For, type JSX, Show } from "solid-js";
import type { CheckView, ProofPayload } from "../../api/answers.ts";
import { namesIn } from "../../document/named-text.ts";
import { formatCount, formatList } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import type { CheckedContent } from "./content.ts";
import { MakeExample } from "./make-example.tsx";
import { type Proof, casesOfProof } from "./shown-case.ts";
import { SideBySide } from "./side-by-side.tsx";

/** What was to be proved: proved, refuted with the case, or not decided and why. */
export function Proofs(props: { readonly content: CheckedContent; readonly check: CheckView }): JSX.Element {
  const { t, language } = useWords();
  const answered = (): readonly Proof[] => props.check.result?.proofs ?? [];
  const pending = (): number => props.check.proofs.length - answered().length;
  return (
    <section class="card check-part" aria-label={t("checks.proofs.title")}>
      <h2>{t("checks.proofs.title")}</h2>
      <For each={answered()}>
        {(proof, index) => (
          <ProofCard
            content={props.content}
            proof={proof}
            asked={props.check.proofs[index()]}
            address={`/v1/checks/${props.check.id}/certificates/${index() + 1}`}
          />
        )}
      </For>
      <Show when={pending() > 0}>
        <p class="soft">{t("checks.proofs.pending", { count: formatCount(pending(), language()) })}</p>
      </Show>
    </section>
  );
}

type ProofProps = {
  readonly content: CheckedContent;
  readonly proof: Proof;
  readonly asked: ProofPayload | undefined;
  readonly address: string;
};

function ProofCard(props: ProofProps): JSX.Element {
  const { t, local } = useWords();
  const claimOf = useClaim();
  const titleOf = useExampleTitle();
  const claim = (): string => claimOf(props.proof, props.asked);
  const cases = () => casesOfProof(props.proof);
  // Of two versions, the case is an example of the one that is checked.
  const own = () => cases().slice(-1);
  return (
    <article class="check-finding" data-answer={props.proof.answer}>
      <h3>{claim()}</h3>
      <p>
        <strong>
          <span aria-hidden="true">{t(`checks.proofs.signs.${props.proof.answer}`)}</span>{" "}
          {t(`checks.proofs.answers.${props.proof.answer}`)}
        </strong>
      </p>
      <Show when={props.proof.answer === "proved"}>
        <p class="soft">{t("checks.proofs.all")}</p>
      </Show>
      <Show when={props.proof.reason}>
        {(reason) => <p>{t("checks.proofs.because", { reason: local(reason()) })}</p>}
      </Show>
      <Show when={props.proof.case}>
        {(found) => (
          <>
            <p class="check-said">{local(found().finding)}</p>
            <SideBySide content={props.content} cases={cases()} />
            <MakeExample
              content={props.content}
              cases={own()}
              titleOf={() => titleOf(props.proof, props.asked)}
            />
          </>
        )}
      </Show>
      <LeftOpen {...props} />
      <p class="soft">
        {t("checks.proofs.solver", {
          ...props.proof.solver,
          seconds: String(props.proof.timeLimitMs / 1_000),
        })}
        {" · "}
        <a href={props.address} download="">
          {t("checks.proofs.certificate")}
        </a>
      </p>
    </article>
  );
}

/** Parts of deciding that are none of the policy's own. */
const PARTS = ["attribution", "guards", "conflict"] as const;

/** Where the text that was asked looks at more cases than there are. */
function LeftOpen(props: ProofProps): JSX.Element {
  const { t, local, language } = useWords();
  // Several are listed in one text.
  const namesAt = (at: string): string => {
    const nameOf = namesIn(props.content.document, language());
    const names = at.split(/,? /).map((id) => {
      const part = PARTS.find((one) => one === id);
      return part ? t(`checks.proofs.parts.${part}`) : nameOf(id);
    });
    return formatList(names, { language: language(), type: "conjunction" });
  };
  const approximations = () => props.proof.approximations;
  return (
    <Show when={approximations().length > 0} fallback={<p class="soft">{t("checks.proofs.openNothing")}</p>}>
      <details>
        <summary>
          {t("checks.proofs.open", { count: formatCount(approximations().length, language()) })}
        </summary>
        <ul>
          <For each={approximations()}>
            {({ at, text }) => <li>{t("checks.proofs.openAt", { at: namesAt(at), text: local(text) })}</li>}
          </For>
        </ul>
      </details>
    </Show>
  );
}

/** What an example of the case that refutes a claim is called. */
function useExampleTitle(): (proof: Proof, asked: ProofPayload | undefined) => LocalizedText {
  const { t } = useWords();
  return ({ question }, asked) => {
    if (question.kind === "cap") {
      const rate = percentage(question.boundRate ?? 0);
      return {
        en: t("checks.exampleTitles.cap.en", { rate }),
        zh: t("checks.exampleTitles.cap.zh", { rate }),
      };
    }
    const about = question.kind === "unique" ? "unique" : "noMoreThan";
    const version = asked?.kind === "no-more-than" ? asked.version : "";
    return {
      en: t(`checks.exampleTitles.${about}.en`, { version }),
      zh: t(`checks.exampleTitles.${about}.zh`, { version }),
    };
  };
}

/** What was to be proved, as people say it. */
function useClaim(): (proof: Proof, asked: ProofPayload | undefined) => string {
  const { t, language } = useWords();
  return ({ question }, asked) => {
    if (question.kind === "unique") return t("checks.proofs.claims.unique");
    if (question.kind === "no-more-than")
      return t("checks.proofs.claims.noMoreThan", {
        version: asked?.kind === "no-more-than" ? asked.version : "",
      });
    const rate = figure(question.boundRate ?? 0, "rate", { language: language(), currency: "CNY" });
    return t(question.ofOneCase === true ? "checks.proofs.claims.capOfOneCase" : "checks.proofs.claims.cap", {
      rate,
    });
  };
}
