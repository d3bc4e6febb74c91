import type { JSX } from "solid-js";
import { formatDayWithWeekday } from "../../format/format.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog, DialogTools } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.tsx";

/** Asks once more, with the number and the day that the version will have. */
export function PublishDialog(props: {
  readonly version: number;
  readonly from: string;
  /** The day it is where the policy holds. */
  readonly today: string;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <Dialog title={t("review.publishAsk")} onClose={() => props.onClose()}>
      <p>
        {t("review.publishWhat", {
          version: props.version,
          from: formatDayWithWeekday(props.from, language()),
        })}
      </p>
      <p class="soft">{t(props.from > props.today ? "review.canWithdraw" : "review.isAtOnce")}</p>
      <DialogTools>
        <Button onClick={() => props.onClose()}>{t("review.notYet")}</Button>
        <Button kind="main" onClick={() => props.onPublish()}>
          {t("review.publishNow", { version: props.version })}
        </Button>
      </DialogTools>
    </Dialog>
  );
}
