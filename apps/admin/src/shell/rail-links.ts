import type { Permission } from "@evenhand/domain";
import type { Component } from "solid-js";
import IconHome from "~icons/lucide/house";
import IconReplays from "~icons/lucide/rotate-ccw";
import IconDecisions from "~icons/lucide/scale";
import IconReviews from "~icons/lucide/list-checks";
import IconFairness from "~icons/lucide/equal-approximately";
import IconSimulations from "~icons/lucide/flask-conical";
import IconPolicies from "~icons/lucide/scroll-text";
import IconAudit from "~icons/lucide/logs";
import IconSettings from "~icons/lucide/settings";
import { useMay, useMayOwn } from "../api/use-may.ts";
import { useWords } from "../words/words.tsx";

const LINKS = [
  { key: "home", href: "/", icon: IconHome },
  { key: "policies", href: "/policies", icon: IconPolicies, permission: "policies:read" },
  { key: "simulations", href: "/simulations", icon: IconSimulations, permission: "drafts:read" },
  { key: "reviews", href: "/reviews", icon: IconReviews, permission: "drafts:read" },
  { key: "decisions", href: "/decisions", icon: IconDecisions, permission: "decisions:read", own: true },
  { key: "replays", href: "/replays", icon: IconReplays, permission: "evidence:replay" },
  { key: "fairness", href: "/fairness", icon: IconFairness, permission: "decisions:read" },
  { key: "audit", href: "/audit", icon: IconAudit, permission: "audit:read" },
  { key: "settings", href: "/settings", icon: IconSettings, permission: "settings:read" },
] as const satisfies readonly {
  readonly key: string;
  readonly href: string;
  readonly icon: Component<{ "aria-hidden": "true" }>;
  readonly permission?: Permission;
  /** Whether it is there for whoever may see what is their own only. */
  readonly own?: true;
}[];

/** The pages that whoever is signed in may go to; what they may not see is not among them. */
export function useRailLinks() {
  const { t } = useWords();
  const [may, mayOwn] = [useMay(), useMayOwn()];
  const isOpen = (link: (typeof LINKS)[number]): boolean =>
    !("permission" in link) || ("own" in link ? mayOwn : may)(link.permission);
  return () =>
    LINKS.filter(isOpen).map(({ key, href, icon }) => ({
      href,
      icon,
      name: t(`rail.${key}`),
    }));
}
