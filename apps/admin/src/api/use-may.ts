import type { Permission } from "@evenhand/domain";
import { useQuery } from "@tanstack/solid-query";
import { meQuery } from "./queries.ts";

/** Whether who is signed in may do something; what they may not is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const me = useQuery(meQuery);
  return (permission) => me.data?.permissions.includes(permission) ?? false;
}
