import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../kit/api.ts";
import type { Namesakes } from "../../../../search/contract.ts";
import type { AppointmentInList } from "../../../contract.ts";
import type { AppointmentDraft } from "./draft.ts";
import { useSettled } from "./use-settled.ts";

/** The clerk is still typing for so long after a key */
const SETTLES_AFTER = 400;
const SHORTEST_NAME = 2;

/**
 * Coming appointments of the same name. Asked when both names are there and settled; an earlier question is given up.
 * No answer is no obstacle: the form goes on without it. In the body, for names in addresses stay in histories.
 */
export function useNamesakes(office: string, draft: AppointmentDraft, except?: string): readonly AppointmentInList[] {
  const lastName = draft.lastName.trim();
  const firstName = draft.firstName.trim();
  const asked = useSettled(JSON.stringify({ lastName, firstName, except }), SETTLES_AFTER);
  const isAsked = asked === JSON.stringify({ lastName, firstName, except });
  const { data } = useQuery({
    queryKey: ["namesakes", office, asked],
    queryFn: ({ signal }) =>
      call<Namesakes>(`/api/offices/${encodeURIComponent(office)}/namesakes`, {
        method: "POST",
        body: JSON.parse(asked),
        signal,
      }),
    enabled: isAsked && Math.min([...lastName].length, [...firstName].length) >= SHORTEST_NAME,
    retry: false,
    gcTime: 0,
  });
  return isAsked && data ? data.appointments : [];
}
