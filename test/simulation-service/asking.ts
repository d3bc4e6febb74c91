import type { SimulationResult } from "@evenhand/analysis";
import {
  type DraftView,
  type SimulationView,
  beginSimulation,
  readDraft,
  readSimulation,
} from "@evenhand/service";
import { AUTHOR, type Scene, edit, given, newDraft } from "../policies/scene.ts";
import { POLICY } from "./past.ts";

export async function begin({ context }: Scene, body: object): Promise<string> {
  return given(await beginSimulation(context, { actor: AUTHOR, body: { policy: POLICY, ...body } })).id;
}

export async function seen({ context }: Scene, id: string): Promise<SimulationView> {
  return JSON.parse(given(await readSimulation(context, { id })).body) as SimulationView;
}

export function foundIn({ result }: SimulationView): SimulationResult {
  if (!result) throw new Error("nothing was found yet");
  return result.simulation;
}

/** A draft with another cap, saved. */
export async function draftWith(scene: Scene, rate: number): Promise<DraftView> {
  const draft = await newDraft(scene);
  await edit(scene, draft, { rate });
  return given(await readDraft(scene.context, { actor: AUTHOR, id: draft.id })).draft;
}
