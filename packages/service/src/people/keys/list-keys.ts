import { listKeys as listKeyRows } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { type KeyView, keyView } from "./key-view.ts";

/** Every key, also those that can no longer be used, oldest first. */
export async function listKeys({ store, now }: ServiceContext): Promise<readonly KeyView[]> {
  return (await store.read(listKeyRows)).map((row) => keyView(row, now()));
}
