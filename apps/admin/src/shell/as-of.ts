import { useBeforeLeave, useNavigate, useSearchParams } from "@solidjs/router";
import { today } from "../format/format.ts";
import { isDay } from "../pages/policy/effect.ts";

/** The day that is looked at, as the address has it: today, unless `?on=` says another. */
export type AsOf = {
  /** `2026-07-10`. */
  readonly day: () => string;
  readonly isToday: () => boolean;
  /** The same by the clock of a policy, where today may be another day than for the reader. */
  readonly dayIn: (timeZone: string | undefined) => string;
  /** Undefined: today again. */
  readonly choose: (day: string | undefined) => void;
};

/** Says of a navigation that it goes back to today, and is not one that only leaves the day out. */
const TO_TODAY = { asOf: "today" } as const;

/** The day that everything with a day shows. */
export function useAsOf(): AsOf {
  const [asked, ask] = useSearchParams<{ readonly on?: string }>();
  const day = (): string => (isDay(asked.on) ? asked.on : today());
  const isToday = (): boolean => day() === today();
  return {
    day,
    isToday,
    dayIn: (timeZone) => (isToday() ? today(timeZone) : day()),
    choose: (chosen) =>
      chosen === undefined || chosen === today()
        ? ask({ on: undefined }, { state: TO_TODAY })
        : ask({ on: chosen }),
  };
}

/** Takes the day along to whatever page is gone to, as long as it is not today. */
export function useCarriedDay(): void {
  const asOf = useAsOf();
  const navigate = useNavigate();
  useBeforeLeave((leave) => {
    if (leave.defaultPrevented || asOf.isToday() || typeof leave.to !== "string") return;
    if (isToToday(leave.options?.state)) return;
    const to = new URL(leave.to, window.location.origin);
    if (to.searchParams.has("on")) return;
    leave.preventDefault();
    to.searchParams.set("on", asOf.day());
    navigate(`${to.pathname}${to.search}${to.hash}`, { ...leave.options, resolve: false });
  });
}

function isToToday(state: unknown): boolean {
  return typeof state === "object" && state !== null && "asOf" in state && state.asOf === TO_TODAY.asOf;
}
