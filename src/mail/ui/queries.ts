import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { MailCount, OfficeMails } from "../contract.ts";

/** Questions of these pages to the server, and their names in the cache. */

const mailsPath = (office: string, rest = ""): string => `/api/offices/${encodeURIComponent(office)}/mails${rest}`;

export const mailCountQuery = (office: string) =>
  queryOptions({
    queryKey: ["mail-count", office],
    queryFn: ({ signal }) => call<MailCount>(mailsPath(office, "/count"), { signal, mayBeUnchanged: true }),
    refetchInterval: 60_000,
  });

/**
 * Every look at it is written down: it is asked again only where the count tells of something new. A count may come back as it
 * was before, and its list not: that one is not kept.
 */
export const mailsQuery = (office: string, count: MailCount | undefined) =>
  queryOptions({
    queryKey: ["mails", office, count],
    queryFn: ({ signal }) => call<OfficeMails>(mailsPath(office), { signal }),
    enabled: count !== undefined,
    gcTime: 0,
  });
