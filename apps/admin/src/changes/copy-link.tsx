import { useLocation, useNavigate } from "@solidjs/router";
import { type JSX, createSignal } from "solid-js";
import IconLink from "~icons/lucide/link";
import { Button } from "../parts/button.tsx";
import { useWords } from "../words/words.tsx";
import { hashOf } from "./link-to-change.ts";

/** Puts the address of one change into the clipboard, and into the address bar where there is no clipboard to write to. */
export function CopyLink(props: { readonly of: string; readonly describedBy: string }): JSX.Element {
  const { t } = useWords();
  const location = useLocation();
  const navigate = useNavigate();
  const [said, say] = createSignal("");
  const copy = async (): Promise<void> => {
    const address = location.pathname + location.search + hashOf(props.of);
    navigate(address, { replace: true, scroll: false });
    try {
      await navigator.clipboard.writeText(new URL(address, window.location.origin).href);
      say(t("changes.linkCopied"));
    } catch {
      say(t("changes.linkInBar"));
    }
  };
  return (
    <span class="copy-link">
      <span role="status" class="soft">
        {said()}
      </span>
      <Button
        kind="quiet"
        title={t("changes.copyLink")}
        aria-label={t("changes.copyLink")}
        aria-describedby={props.describedBy}
        onClick={() => void copy()}
      >
        <IconLink aria-hidden="true" />
      </Button>
    </span>
  );
}
