import { useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { DraftSummary, PolicySummary } from "../../api/answers.ts";
import { draftsQuery, policiesQuery } from "../../api/queries.ts";
import { useMay } from "../../api/use-may.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import { addressOf } from "../../pages/simulations/asked.ts";
import { useBeginDraft } from "../../pages/policy/begin-draft.ts";
import { useWords } from "../../words/words.tsx";
import { type Command, offeredCommands } from "../commands.ts";
import { useRailLinks } from "../rail-links.ts";

/** Everything that can be done from anywhere by whoever is signed in. */
export function useCommands(onShortcuts: () => void): () => readonly Command[] {
  const { t, language, choose } = useWords();
  const navigate = useNavigate();
  const links = useRailLinks();
  const policies = usePolicyCommands();
  const drafts = useDraftCommands();
  const simulate = useSimulateCommands();
  const other = (): readonly Command[] => [
    {
      id: "language",
      group: "other",
      name: t("palette.language"),
      also: ["language", "语言", "中文", "English"],
      run: () => choose(language() === "zh" ? "en" : "zh"),
    },
    {
      id: "shortcuts",
      group: "other",
      name: t("shortcuts.title"),
      also: ["shortcuts", "快捷键"],
      keys: "Ctrl /",
      run: onShortcuts,
    },
    {
      id: "sign-out",
      group: "other",
      name: t("user.signOut"),
      also: ["sign out", "退出登录"],
      run: () => navigate("/sign-out", { state: { isAsked: true } }),
    },
  ];
  const pages = (): readonly Command[] =>
    links().map(({ href, name }) => ({ id: `go:${href}`, group: "go", name, run: () => navigate(href) }));
  return () => [...offeredCommands(), ...pages(), ...policies(), ...drafts(), ...simulate(), ...other()];
}

/** Policies, their versions, comparing them, and beginning drafts of them. */
function usePolicyCommands(): () => readonly Command[] {
  const { t, local } = useWords();
  const navigate = useNavigate();
  const may = useMay();
  const begin = useBeginDraft();
  const policies = useQuery(() => ({ ...policiesQuery(), enabled: may("policies:read") }));
  const of = ({ id, title, versions }: PolicySummary): readonly Command[] => {
    const [name, also] = [local(title), [id, title.en, title.zh]];
    const newest = versions.at(-1)?.version;
    const pair = versions.slice(-2).map(({ version }) => version);
    return [
      { id: `policy:${id}`, group: "policies", name, also, run: () => navigate(`/policies/${id}`) },
      ...versions.map(({ version }): Command => ({
        id: `version:${id}:${version}`,
        group: "policies",
        name: t("palette.version", { policy: name, version }),
        also,
        run: () => navigate(`/policies/${id}?version=${version}`),
      })),
      ...(pair.length === 2
        ? [
            {
              id: `compare:${id}`,
              group: "compare",
              name: t("palette.compare", { policy: name, a: pair[0] ?? 1, b: pair[1] ?? 2 }),
              also: [...also, "compare", "比较"],
              run: () => navigate(`/policies/${id}/compare?a=${pair[0]}&b=${pair[1]}`),
            } as const,
          ]
        : []),
      ...(newest !== undefined && may("drafts:write")
        ? [
            {
              id: `begin:${id}`,
              group: "create",
              name: t("palette.begin", { policy: name }),
              also: [...also, "draft", "new", "草稿", "新建"],
              run: () => begin.mutate({ policy: id, from: newest }),
            } as const,
          ]
        : []),
    ];
  };
  return () => (policies.isSuccess ? policies.data : []).flatMap(of);
}

function useDraftCommands(): () => readonly Command[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const titleOf = usePolicyTitle();
  const drafts = useOpenDrafts();
  return () =>
    drafts().map((draft) => ({
      id: `draft:${draft.id}`,
      group: "drafts",
      name: t("palette.draft", { policy: titleOf(draft.policy) }),
      also: [draft.policy, draft.id],
      hint: t(`draftState.${draft.state}`),
      run: () =>
        navigate(
          draft.state === "draft" ? `/policies/${draft.policy}/draft/${draft.id}` : `/reviews/${draft.id}`,
        ),
    }));
}

/** Beginning a simulation: of anything, or of an open draft over all past cases. */
function useSimulateCommands(): () => readonly Command[] {
  const { t } = useWords();
  const navigate = useNavigate();
  const may = useMay();
  const titleOf = usePolicyTitle();
  const drafts = useOpenDrafts();
  const also = ["simulate", "simulation", "模拟"];
  const ofDraft = ({ id, policy }: DraftSummary): Command => ({
    id: `simulate:${id}`,
    group: "create",
    name: t("simulations.command", { draft: t("palette.draft", { policy: titleOf(policy) }) }),
    also: [...also, policy, id],
    run: () => navigate(addressOf({ policy, candidate: { draft: id } })),
  });
  const ofAnything = (): Command => ({
    id: "simulate",
    group: "create",
    name: t("simulations.begin"),
    also,
    run: () => navigate("/simulations/new"),
  });
  return () => (may("drafts:read") ? [ofAnything(), ...drafts().map(ofDraft)] : []);
}

function useOpenDrafts(): () => readonly DraftSummary[] {
  const may = useMay();
  const drafts = useQuery(() => ({ ...draftsQuery(), enabled: may("drafts:read") }));
  const isOpen = ({ state }: DraftSummary): boolean => state !== "published" && state !== "withdrawn";
  return () => (drafts.isSuccess ? drafts.data : []).filter(isOpen);
}
