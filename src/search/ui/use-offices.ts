import { useParams } from "@tanstack/react-router";
import type { Me } from "../../identity/contract.ts";
import { useMe } from "../../kit/me.ts";
import { preferences } from "../../kit/preferences.ts";

export type OwnOffice = Me["offices"][number];

const ASKED_AT_ONCE = 5;

/** The offices to search: the one shown, or else the one that was open last, and then the employee's others. */
export function useOffices() {
  const { offices } = useMe();
  const { office: shown } = useParams({ strict: false });
  const first =
    offices.find(({ code }) => code === shown) ??
    offices.find(({ code }) => code === preferences.get("office")) ??
    offices[0];
  const others = offices.filter((office) => office !== first);
  return { first, others, areOthersAsked: offices.length <= ASKED_AT_ONCE };
}
