import { isAuditAction, isSystemActor } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { meQuery } from "../../api/queries.ts";
import { usePolicyTitle } from "../../api/use-policy-title.ts";
import type { AuditEventView } from "../../api/answers.ts";
import { useWords } from "../../words/words.tsx";
import { shortId } from "./short-id.ts";
import { isAuditedKind, versionIn } from "./object-page.ts";

/** What actors, actions and objects are called. What nobody knows any more goes by what the log has. */
export function useEventWords() {
  const { t } = useWords();
  const me = useQuery(meQuery);
  const titleOf = usePolicyTitle();
  return {
    actor: ({ kind, id }: AuditEventView["actor"]): string => {
      if (kind === "user" && id === me.data?.id) return t("audit.actors.me");
      if (kind === "system" && isSystemActor(id))
        // An operator is a person at the machine, and not the service.
        return id === "operator"
          ? t("audit.actors.operator")
          : t("audit.actors.system", { id: t(`audit.systemActors.${id}`) });
      if (kind === "user" || kind === "key" || kind === "system")
        return t(`audit.actors.${kind}`, { id: shortId(id) });
      return `${kind}:${shortId(id)}`;
    },
    action: (action: string): string => (isAuditAction(action) ? t(`audit.actions.${action}`) : action),
    kind: (kind: string): string => (isAuditedKind(kind) ? t(`audit.kinds.${kind}`) : kind),
    object: ({ kind, id }: AuditEventView["object"]): string => {
      switch (kind) {
        case "policy-version": {
          const { policy, version } = versionIn(id);
          return t("palette.version", { policy: titleOf(policy), version });
        }
        case "sample":
          return titleOf(id);
        case "settings":
          return "";
        default:
          return shortId(id);
      }
    },
  };
}
