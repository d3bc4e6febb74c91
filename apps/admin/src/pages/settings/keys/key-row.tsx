import { useMutation, useQueryClient } from "@tanstack/solid-query";
import { For, type JSX, Show, createSignal } from "solid-js";
import { formatInstant } from "../../../format/format.ts";
import { Button } from "../../../parts/button.tsx";
import { Tag } from "../../../parts/tag.tsx";
import { useWords } from "../../../words/words.tsx";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { SelectField } from "../../../parts/select-field.tsx";
import { type KeyStanding, standingOf } from "./key-standing.ts";
import { type Key, type MadeKey, revokeKey, rotateKey } from "./keys-queries.ts";

const TONES = {
  valid: "good",
  soon: "warn",
  expired: "plain",
  revoked: "plain",
} as const satisfies Record<KeyStanding, string>;

/** For so many hours an old key goes on beside the new one; the longest the service grants is thirty days. */
const OVERLAPS = [0, 1, 24, 168, 720] as const;
const USUAL_OVERLAP = 24;

/** One key: what it may do, how it stands, and what can be done with it. */
export function KeyRow(props: {
  readonly keyShown: Key;
  readonly onMade: (made: MadeKey) => void;
}): JSX.Element {
  const { t, language } = useWords();
  const standing = () => standingOf(props.keyShown, Date.now());
  const isUsable = () => standing() === "valid" || standing() === "soon";
  const [asking, setAsking] = createSignal<"rotate" | "revoke">();
  return (
    <tr>
      <td>
        <strong>{props.keyShown.name}</strong>
        <div class="soft code">{props.keyShown.prefix}…</div>
      </td>
      <td>
        <Purposes scopes={props.keyShown.scopes} />
      </td>
      <td>
        <Tag tone={TONES[standing()]}>{t(`keys.standing.${standing()}`)}</Tag>
        <Show when={props.keyShown.rotatedTo}>
          <div class="soft">{t("keys.rotated")}</div>
        </Show>
      </td>
      <td>{instant(props.keyShown.lastUsedAt, t("keys.neverUsed"))}</td>
      <td>{instant(props.keyShown.revokedAt ?? props.keyShown.expiresAt, t("keys.noEnd"))}</td>
      <td>
        <Show when={isUsable()}>
          <div class="tools">
            <Show when={props.keyShown.rotatedTo === null}>
              <Button
                aria-label={t("keys.rotateOne", { name: props.keyShown.name })}
                onClick={() => setAsking("rotate")}
              >
                {t("keys.rotate")}
              </Button>
            </Show>
            <Button
              aria-label={t("keys.revokeOne", { name: props.keyShown.name })}
              onClick={() => setAsking("revoke")}
            >
              {t("keys.revoke")}
            </Button>
          </div>
        </Show>
        <Show when={asking() === "rotate"}>
          <Rotation
            keyShown={props.keyShown}
            onMade={(made) => props.onMade(made)}
            onClose={() => setAsking(undefined)}
          />
        </Show>
        <Show when={asking() === "revoke"}>
          <Revocation keyShown={props.keyShown} onClose={() => setAsking(undefined)} />
        </Show>
      </td>
    </tr>
  );

  function instant(at: string | null, otherwise: string): string {
    return at === null ? otherwise : formatInstant(at, language());
  }
}

function Rotation(props: {
  readonly keyShown: Key;
  readonly onMade: (made: MadeKey) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const [hours, setHours] = createSignal<number>(USUAL_OVERLAP);
  const rotation = useMutation(() => ({
    mutationFn: () => rotateKey(props.keyShown.id, hours()),
    onSuccess: async (made) => {
      props.onClose();
      props.onMade(made);
      await queries.invalidateQueries({ queryKey: ["keys"] });
    },
  }));
  return (
    <ConfirmDialog
      title={t("keys.rotateTitle", { name: props.keyShown.name })}
      action={t("keys.rotate")}
      isBusy={rotation.isPending}
      error={rotation.error}
      onConfirm={() => rotation.mutate()}
      onClose={() => props.onClose()}
    >
      <p>{t("keys.rotateText")}</p>
      <SelectField
        label={t("keys.overlap")}
        value={String(hours())}
        options={OVERLAPS.map((one) => ({ value: String(one), label: t(`keys.overlaps.${one}`) }))}
        onChange={(one) => setHours(Number(one))}
      />
    </ConfirmDialog>
  );
}

function Revocation(props: { readonly keyShown: Key; readonly onClose: () => void }): JSX.Element {
  const { t } = useWords();
  const queries = useQueryClient();
  const revocation = useMutation(() => ({
    mutationFn: () => revokeKey(props.keyShown.id),
    onSuccess: async () => {
      props.onClose();
      await queries.invalidateQueries({ queryKey: ["keys"] });
    },
  }));
  return (
    <ConfirmDialog
      title={t("keys.revokeTitle", { name: props.keyShown.name })}
      action={t("keys.revoke")}
      isBusy={revocation.isPending}
      error={revocation.error}
      onConfirm={() => revocation.mutate()}
      onClose={() => props.onClose()}
    >
      <p>{t("keys.revokeText")}</p>
    </ConfirmDialog>
  );
}

function Purposes(props: { readonly scopes: Key["scopes"] }): JSX.Element {
  const { t } = useWords();
  return (
    <ul class="plain-list">
      <For each={props.scopes}>{(scope) => <li>{t(`scopePurposes.${scope}`)}</li>}</For>
    </ul>
  );
}
