import type { Permission } from "@evenhand/domain";
import type { Component } from "solid-js";
import IconHome from "~icons/lucide/house";
import IconReviews from "~icons/lucide/list-checks";
import IconPolicies from "~icons/lucide/scroll-text";
import IconAudit from "~icons/lucide/logs";
import IconSettings from "~icons/lucide/settings";
import { useMay } from "../api/use-may.ts";
import { useWords } from "../words/words.tsx";

const LINKS = [
  { key: "home", href: "/", icon: IconHome },
  { key: "policies", href: "/policies", icon: IconPolicies, permission: "policies:read" },
  { key: "reviews", href: "/reviews", icon: IconReviews, permission: "drafts:read" },
  { key: "audit", href: "/audit", icon: IconAudit, permission: "audit:read" },
  { key: "settings", href: "/settings", icon: IconSettings, permission: "settings:read" },
] as const satisfies readonly {
  readonly key: string;
  readonly href: string;
  readonly icon: Component<{ "aria-hidden": "true" }>;
  readonly permission?: Permission;
}[];

/** The pages that whoever is signed in may go to; what they may not see is not among them. */
export function useRailLinks() {
  const { t } = useWords();
  const may = useMay();
  return () =>
    LINKS.filter((link) => !("permission" in link) || may(link.permission)).map(({ key, href, icon }) => ({
      href,
      icon,
      name: t(`rail.${key}`),
    }));
}
