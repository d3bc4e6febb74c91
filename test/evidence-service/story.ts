import { addComment, publishDraft, resolveThread, sequenceLog } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { HEADER, csv, importFile, rowsOf } from "../imports/import-file.ts";
import {
  APPROVER,
  AUTHOR,
  OTHER_APPROVER,
  type Scene,
  approve,
  approved,
  edit,
  given,
  newDraft,
  sceneOver,
  submitted,
} from "../policies/scene.ts";
import { actsOn, complaint } from "./acts.ts";

/** What a story leaves behind, by name. */
export type Story = {
  readonly scene: Scene;
  readonly acts: ReturnType<typeof actsOn>;
  /** A decision on P1 and P2, appealed and reduced for P1. */
  readonly appealed: string;
  /** A decision on P1 and P2 in force. */
  readonly standing: string;
  /** A decision on P3, who left. */
  readonly settled: string;
  /** A case that nobody decided. */
  readonly kept: string;
};

/**
 * Something of everything that is kept: versions, one drafted, approved and published; cases imported, kept, decided,
 * superseded, appealed, reversed, waived; a month closed and restated; somebody who left.
 */
export async function tellStory(store: Store): Promise<Story> {
  const scene = await sceneOver(store);
  const acts = actsOn(scene);
  await publishVersion(scene);
  await sequenceLog(scene.context);
  await importFile(scene, csv(HEADER, ...rowsOf(3)));
  const appealed = await acts.record(complaint("C-1"));
  const kept = await acts.keepCase(complaint("C-2"));
  const appeal = await acts.appeal(appealed, "P1");
  await acts.judge(appeal, { verdict: "reduced", departures: [{ party: "P1", bonusMinor: 60_000 }] });
  const settled = await acts.record(complaint("C-3", { lossAmount: 800_000 }, ["P3"]));
  await acts.close("2026-07", { P1: 120_000, P2: 150_000, P3: 200_000 });
  scene.clock.now += 60_000;
  const standing = await acts.record(complaint("C-4"), {
    departures: [{ party: "P2", bonusMinor: 50_000 }],
    reason: "the drawing was unclear to P2",
  });
  await acts.waive(standing, "P2", 1_000);
  await acts.restate("2026-07", "P1", 100_000);
  const mistaken = await acts.record(complaint("C-5", {}, ["P4"]));
  await acts.reverse(mistaken);
  await acts.leave("P3", "2026-08", 100_000);
  await acts.appeal(standing, "P2", "the drawing was not mine, says P2");
  await sequenceLog(scene.context);
  return { scene, acts, appealed, standing, settled, kept };
}

/** An approver asks, the author answers, and the approver settles it. */
async function discuss({ context }: Scene, id: string): Promise<void> {
  const about = "parameter/bonusCapRate";
  const asked = given(await addComment(context, { actor: APPROVER, id, body: { about, text: "why 40 %?" } }));
  const thread = asked.threads[0]?.id ?? "";
  given(await addComment(context, { actor: AUTHOR, id, body: { thread, text: "board minutes 2026-09" } }));
  given(await resolveThread(context, { actor: APPROVER, id, thread }));
}

async function publishVersion(scene: Scene): Promise<void> {
  const { context } = scene;
  await newDraft(scene);
  const draft = await approved(scene, 0.4);
  await discuss(scene, draft.id);
  given(
    await publishDraft(context, { actor: APPROVER, id: draft.id, body: { effectiveFrom: "2027-01-01" } }),
  );
  const other = await submitted(scene, 0.3);
  given(await approve(scene, other, OTHER_APPROVER));
  await edit(scene, other, { rate: 0.2 });
}
