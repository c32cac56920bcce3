import type { Office, Service } from "../../offices/contract.ts";

/** As the address says, or else the usual one; where there is none yet, somebody says which. */
export const chosenService = ({ services, usualService }: Office, wished: string | undefined): Service | undefined =>
  services.find(({ code }) => code === wished) ?? services.find(({ code }) => code === usualService);
