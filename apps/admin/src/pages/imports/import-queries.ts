import type { Requirements } from "@evenhand/engine";
import { queryOptions } from "@tanstack/solid-query";
import type { ImportPage, ImportView } from "../../api/answers.ts";
import { send } from "../../api/send.ts";
import { whileAtWork } from "../../shell/at-work.ts";

/** While an import runs it is asked for this often. */
const UNDER_WAY_MS = 400;
/** So many findings are shown; all of them stand in the table to download. */
export const SHOWN_FINDINGS = 100;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", id],
    queryFn: ({ signal }) =>
      send<ImportPage>(`/v1/imports/${encodeURIComponent(id)}?limit=${SHOWN_FINDINGS}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? whileAtWork(UNDER_WAY_MS) : false),
  });

/** What a case under a policy may state, by which columns are named. */
export const requirementsQuery = (policy: string) =>
  queryOptions({
    queryKey: ["policies", policy, "requirements"],
    queryFn: ({ signal }) =>
      send<Requirements>(`/v1/policies/${encodeURIComponent(policy)}/requirements`, { signal }),
    enabled: policy !== "",
  });

/** What each column holds, by its header; `-` leaves it out. Those that are not named go by their header. */
export type ColumnMap = Readonly<Record<string, string>>;

export type ImportAsk = {
  readonly policy: string;
  readonly file: File;
  readonly map: ColumnMap;
  readonly isDryRun: boolean;
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Sends a table; what is in it the service tells by its bytes, and its rows are read behind the answer. */
export function startImport({ policy, file, map, isDryRun }: ImportAsk): Promise<ImportView> {
  const asked = new URLSearchParams({ policy, dryRun: isDryRun ? "yes" : "no", fileName: file.name });
  if (Object.keys(map).length > 0) asked.set("map", JSON.stringify(map));
  const type = file.name.toLowerCase().endsWith(".csv") ? "text/csv" : XLSX;
  return send<ImportView>(`/v1/imports?${asked}`, { method: "POST", body: new Blob([file], { type }) });
}
