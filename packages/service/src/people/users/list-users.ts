import { listUsers as listUserRows } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { type UserView, userView } from "./user-view.ts";

/** Every account, oldest first; those that are shut as well. */
export async function listUsers({ store }: ServiceContext): Promise<readonly UserView[]> {
  return (await store.read(listUserRows)).map(userView);
}
