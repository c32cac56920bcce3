import type { Office, Service } from "../../offices/contract.ts";

/** As the address says, or else what most come for: only room is counted in it. Where there is none yet, somebody says which. */
export const chosenService = ({ services, usualServices }: Office, wished: string | undefined): Service | undefined =>
  services.find(({ code }) => code === wished) ?? services.find(({ code }) => code === usualServices[0]);
