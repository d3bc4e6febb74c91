import type { Permission } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { meQuery } from "./queries.ts";

/** Whether who is signed in may do something; what they may not is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const me = useQuery(meQuery);
  return (permission) => me.data?.permissions.includes(permission) ?? false;
}

/** The same, where it is enough that they may with what is their own. */
export function useMayOwn(): (permission: Permission) => boolean {
  const me = useQuery(meQuery);
  const may = useMay();
  return (permission) => may(permission) || (me.data?.ownPermissions?.includes(permission) ?? false);
}
