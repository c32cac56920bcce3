import { queryOptions } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { Me } from "../identity/contract.ts";
import { call } from "./api.ts";

/** The employee who is signed in. Asked once a minute, so that the end of the session is known beforehand. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => call<Me>("/api/me", { signal }),
  refetchInterval: 60_000,
});

const MeContext = createContext<Me | null>(null);

export const MeProvider = MeContext.Provider;

/** Within the staff's pages somebody is always signed in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("Nobody is signed in on this page.");
  return me;
}

/** One of their own offices; undefined: it is none of theirs. */
export const useOwnOffice = (office: string): Me["offices"][number] | undefined =>
  useMe().offices.find(({ code }) => code === office);
