import type { Permission } from "@evenhand/domain";
import type { DraftSummary, ImportView, SampleView } from "../../api/answers.ts";

/** What the service knows; what somebody may not read is undefined. */
export type Facts = {
  /** `user:<id>` of whoever looks. */
  readonly account: string;
  readonly sample?: SampleView | undefined;
  readonly drafts?: readonly DraftSummary[] | undefined;
  readonly imports?: readonly ImportView[] | undefined;
  readonly users?: readonly { readonly personId: string; readonly roles: readonly string[] }[] | undefined;
  readonly keys?: readonly { readonly lastUsedAt: string | null }[] | undefined;
};

export const STEPS = [
  "accounts",
  "material",
  "draft",
  "handIn",
  "approve",
  "review",
  "cases",
  "keys",
] as const;
export type StepName = (typeof STEPS)[number];

export type Step = { readonly name: StepName; readonly isDone: boolean; readonly href: string };

/** The first steps for somebody with these permissions, in their order, ticked by what the service knows and never by clicks. */
export function stepsFor(may: (permission: Permission) => boolean, facts: Facts): readonly Step[] {
  return STEPS.flatMap((name) => {
    const { needs, isDone, href } = DEFINED[name];
    return may(needs) ? [{ name, isDone: isDone(facts), href: href(facts) }] : [];
  });
}

/** The steps, those among them ticked too that were done `before`: what was done stays done, though its traces be removed. */
export function withDoneBefore(steps: readonly Step[], before: readonly string[]): readonly Step[] {
  return steps.map((step) => (before.includes(step.name) ? { ...step, isDone: true } : step));
}

type Defined = {
  /** Whoever has this is shown the step. */
  readonly needs: Permission;
  readonly isDone: (facts: Facts) => boolean;
  readonly href: (facts: Facts) => string;
};

const HANDED_IN: readonly DraftSummary["state"][] = ["in-review", "approved", "published"];

const DEFINED: Readonly<Record<StepName, Defined>> = {
  accounts: {
    needs: "users:manage",
    // One person cannot be both of one draft, so it takes two.
    isDone: ({ users = [] }) =>
      users.some(
        (author) =>
          author.roles.includes("author") &&
          users.some(({ personId, roles }) => roles.includes("approver") && personId !== author.personId),
      ),
    href: () => "/settings/people",
  },
  material: {
    needs: "drafts:write",
    isDone: (facts) => facts.sample?.state === "loaded" || ownDrafts(facts).length > 0,
    href: () => "#sample",
  },
  draft: {
    needs: "drafts:write",
    isDone: (facts) => ownDrafts(facts).length > 0,
    href: ({ sample }) =>
      sample?.policy && sample.draft ? `/policies/${sample.policy}/draft/${sample.draft}` : "/policies",
  },
  handIn: {
    needs: "drafts:write",
    isDone: (facts) => ownDrafts(facts).some(({ state }) => HANDED_IN.includes(state)),
    href: (facts) => {
      const [newest] = ownDrafts(facts);
      return newest ? `/policies/${newest.policy}/draft/${newest.id}` : "/policies";
    },
  },
  approve: { needs: "drafts:write", isDone: isOneApproved, href: newestInReview },
  review: { needs: "drafts:review", isDone: isOneApproved, href: newestInReview },
  cases: {
    needs: "cases:write",
    isDone: ({ imports = [], sample }) =>
      imports.some((one) => one.state === "done" && !one.dryRun && one.policy !== sample?.policy),
    href: () => "/imports/new",
  },
  keys: {
    needs: "keys:manage",
    isDone: ({ keys = [] }) => keys.some(({ lastUsedAt }) => lastUsedAt !== null),
    href: () => "/settings/keys",
  },
};

function isOneApproved({ drafts = [] }: Facts): boolean {
  return drafts.some(({ state }) => state === "approved" || state === "published");
}

function newestInReview({ drafts = [] }: Facts): string {
  const waiting = drafts.find(({ state }) => state === "in-review");
  return waiting ? `/reviews/${waiting.id}` : "/policies";
}

/** What somebody began or wrote in: the draft of the sample counts once it was edited. */
function ownDrafts({ account, drafts = [], sample }: Facts): readonly DraftSummary[] {
  return drafts.filter(
    ({ id, createdBy, revision }) => createdBy === account && (id !== sample?.draft || revision > 1),
  );
}
