import { appealIsDecided, appealIsFiled, P1_AFTER_APPEAL } from "./chapters/appeal.ts";
import { checkpointIsKept, everythingIsProved, oneByteIsFound } from "./chapters/evidence.ts";
import { firstStart } from "./chapters/first-start.ts";
import { whoSeesWhat } from "./chapters/own-view.ts";
import { augustCloses, julyCloses, somebodyLeaves } from "./chapters/payroll.ts";
import { underVersionThree, underVersionTwo } from "./chapters/recording.ts";
import { versionThree } from "./chapters/version-three.ts";
import type { World } from "./world.ts";

/** The moment at which the service starts for the first time. */
export const BEGINS = "2026-07-06T08:00:00+08:00";

/** From the first start to a byte that somebody changed. Everything in it is asserted as it happens. */
export async function tellStory(world: World): Promise<void> {
  await firstStart(world);
  await versionThree(world);
  await underVersionTwo(world);
  await underVersionThree(world);
  await julyCloses(world);
  await checkpointIsKept(world);
  await appealIsFiled(world);
  await appealIsDecided(world);
  await somebodyLeaves(world);
  await augustCloses(world, P1_AFTER_APPEAL);
  await whoSeesWhat(world);
  await everythingIsProved(world);
  await oneByteIsFound(world);
}
