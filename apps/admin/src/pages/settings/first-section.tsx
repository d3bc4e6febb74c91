import { Navigate } from "@solidjs/router";
import type { JSX } from "solid-js";
import { useMay } from "../../api/use-may.ts";
import { SECTIONS } from "./sections.ts";

/** Leads to the first part of the settings that the one who is signed in may use. */
export function FirstSection(): JSX.Element {
  const may = useMay();
  const first = (): string => SECTIONS.find(({ permission }) => may(permission))?.id ?? "people";
  return <Navigate href={`/settings/${first()}`} />;
}
