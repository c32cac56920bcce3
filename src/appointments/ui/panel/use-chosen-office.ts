import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Office } from "../../../offices/contract.ts";
import { officeQuery } from "../queries.ts";

/** The ΚΕΠ chosen in the form; while another is being fetched, the one before. */
export function useChosenOffice(code: string, shown: Office): Office {
  const other = useQuery({ ...officeQuery(code), enabled: code !== shown.code, placeholderData: keepPreviousData });
  return code === shown.code ? shown : (other.data ?? shown);
}
