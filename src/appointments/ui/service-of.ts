import type { Office, Service } from "../../offices/contract.ts";

/** What an appointment is for, also when the office offers it no more. */
export const serviceOf = ({ services, notOffered }: Office, code: string): Service | undefined =>
  [...services, ...notOffered].find((service) => service.code === code);
