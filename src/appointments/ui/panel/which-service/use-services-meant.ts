import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../kit/api.ts";
import type { OwnServicesFound } from "../../../../offices/contract.ts";
import { useSettled } from "../form/use-settled.ts";

const SETTLES_AFTER = 150;
const LEAST_LETTERS = 2;
const NONE: readonly string[] = [];

/** What people call so, once it is typed; no answer is no obstacle, for what is named so is found without it. */
export function useServicesMeant(office: string, typed: string): { codes: readonly string[]; isPending: boolean } {
  const text = typed.trim();
  const settled = useSettled(text, SETTLES_AFTER);
  const isEnough = [...text].length >= LEAST_LETTERS;
  const { data, isPending } = useQuery({
    queryKey: ["services-meant", office, settled],
    queryFn: ({ signal }) =>
      call<OwnServicesFound>(`/api/offices/${encodeURIComponent(office)}/service-searches`, {
        method: "POST",
        body: { text: settled },
        signal,
      }),
    enabled: isEnough && settled === text,
    retry: false,
    gcTime: 0,
  });
  const isAnswered = isEnough && settled === text && data !== undefined;
  return { codes: isAnswered ? data.services : NONE, isPending: isEnough && (settled !== text || isPending) };
}
