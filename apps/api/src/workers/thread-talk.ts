import type { StorePlace } from "@evenhand/store";

/** What a thread is given to begin with. */
export type ThreadTask = { readonly database: StorePlace };

/** What a thread is told: to look for jobs, or to leave what it works on to others and end. */
export type ToThread = "wake" | "stop";

/** What a thread says: that it has nothing left to do, or what an operator must look at. */
export type FromThread =
  | { readonly kind: "idle" }
  | {
      readonly kind: "alarm";
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };
