import { useParams, useSearch } from "@tanstack/react-router";
import type { Me } from "../identity/contract.ts";
import { useMe } from "./me.ts";

/** The office that the address names, if this employee has it: in the help that of the page from which it was opened. */
export function useShownOffice(): Me["offices"][number] | undefined {
  const { office } = useParams({ strict: false });
  const { page } = useSearch({ strict: false });
  const shown = office ?? /^\/offices\/([^/]+)/.exec(page ?? "")?.[1];
  return useMe().offices.find(({ code }) => code === shown);
}
