import type { Office, Service } from "../../offices/contract.ts";

/** As the address says, or else the one most asked for. */
export const chosenService = ({ services, usualService }: Office, wished: string | undefined): Service | undefined =>
  services.find(({ code }) => code === wished) ?? services.find(({ code }) => code === usualService) ?? services[0];
