import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { apiPage, untrue } from "./page.ts";
import { BEGINS, tellStory } from "./story.ts";
import { openWorld } from "./world.ts";

onBothDatabases("a cap that is lowered, over HTTP", (open) => {
  it("comes out to the fen, is computed again and proved, and is as the API page tells it; a changed byte is found", async () => {
    const world = await openWorld(open, BEGINS);
    try {
      await tellStory(world);
      expect(untrue(apiPage(), world.transcript)).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
