import type { ComparatorsView } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../../../api/send.ts";
import { pathOf } from "../decision-queries.ts";

/** With whom those of a decision can compare themselves, as far as decisions were recorded when it was asked. */
export const comparatorsQuery = (id: string) =>
  queryOptions({
    queryKey: ["decision", id, "comparators"],
    queryFn: ({ signal }) => send<ComparatorsView>(`${pathOf(id)}/comparators`, { signal }),
  });
