import { queryOptions } from "@tanstack/react-query";
import { officePath } from "../../proposals/ui/queries.ts";
import { call } from "../../web/api.ts";
import type { RULE_ACTS } from "../contract.ts";

/** One act of a head, as it was recorded. */
export interface RecordedChange {
  readonly id: string;
  readonly at: string;
  readonly act: (typeof RULE_ACTS)[number];
  readonly by: string | null;
  readonly details: unknown;
}

export const ruleChangesQuery = (office: string) =>
  queryOptions({
    queryKey: ["rule-changes", office],
    queryFn: ({ signal }) => call<{ changes: RecordedChange[] }>(officePath(office, "rule-changes"), { signal }),
  });
