import { useLocation, useNavigate } from "@solidjs/router";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { type JSX, Show, onMount } from "solid-js";
import { send } from "../../api/send.ts";
import { sessionLeft } from "../../api/session.ts";
import { Trouble } from "../../parts/trouble.tsx";

/**
 * Ends the session. It is a page, so that whatever keeps people on a page with something unsaved asks them first; a link
 * from elsewhere brings no `isAsked` and signs nobody out.
 */
export function SignOutPage(): JSX.Element {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const location = useLocation<{ readonly isAsked?: boolean }>();
  const signOut = useMutation(() => ({
    mutationFn: () => send("/api/auth/sign-out", { method: "POST", body: {} }),
    onSuccess: async () => {
      sessionLeft();
      navigate("/", { replace: true });
      // Nothing of what one person saw is kept for the next.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
      await queries.resetQueries({ queryKey: ["me"] });
    },
  }));
  onMount(() => {
    if (location.state?.isAsked === true) signOut.mutate();
    else navigate("/", { replace: true });
  });
  return (
    <Show when={signOut.isError}>
      <Trouble error={signOut.error} onRetry={() => signOut.mutate()} />
    </Show>
  );
}
