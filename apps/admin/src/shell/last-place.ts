import { useLocation } from "@solidjs/router";
import { createEffect } from "solid-js";

/** The addresses of work that somebody may want to go on with. */
const WORK = /^\/(?:policies\/[^/]+|reviews\/[^/]+|imports\/[^/]+)/;

function keyOf(account: string): string {
  return `evenhand.lastPlace.${account}`;
}

/** Remembers in this browser, for each account, where somebody was at work last. */
export function useLastPlace(account: () => string): void {
  const location = useLocation();
  createEffect(() => {
    if (WORK.test(location.pathname))
      localStorage.setItem(keyOf(account()), `${location.pathname}${location.search}`);
  });
}

/** The address at which an account was at work last in this browser. */
export function lastPlaceOf(account: string): string | undefined {
  return localStorage.getItem(keyOf(account)) ?? undefined;
}
