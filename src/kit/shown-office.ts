import { useParams } from "@tanstack/react-router";
import type { Me } from "../identity/contract.ts";
import { useMe } from "./me.ts";

/** The office that the address names, if this employee has it. */
export function useShownOffice(): Me["offices"][number] | undefined {
  const { office } = useParams({ strict: false });
  return useMe().offices.find(({ code }) => code === office);
}
