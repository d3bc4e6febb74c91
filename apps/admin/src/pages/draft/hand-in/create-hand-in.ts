import { type Accessor, createSignal } from "solid-js";
import { useLive } from "../../../live/live.tsx";
import type { DraftSession } from "../draft-session.ts";

/** Whether the dialog for handing a draft in is open, and what opens it once everything is saved. */
export function createHandIn(session: Accessor<DraftSession>): {
  readonly isOpen: Accessor<boolean>;
  readonly begin: () => Promise<void>;
  readonly close: () => void;
} {
  const live = useLive();
  const [isOpen, setIsOpen] = createSignal(false);
  return {
    isOpen,
    begin: async () => {
      await session().save();
      // With errors there is nothing to sum up: the service tells what stands against it.
      if (live.diagnostics().some(({ severity }) => severity === "error")) return session().submit();
      if (session().unsaved() === 0) setIsOpen(true);
    },
    close: () => setIsOpen(false),
  };
}
