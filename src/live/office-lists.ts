import type { FastifyReply, FastifyRequest } from "fastify";
import type { OperableOffice } from "../identity/office-access.ts";
import { type ReadyJson, sendReadyJson } from "../platform/http/ready-json.ts";
import { epochMinute } from "../platform/time.ts";
import type { OfficeChanges } from "./follow-offices.ts";
import { createOfficeCache } from "./office-cache.ts";

/**
 * What each desk of an office asks for beside the day with each change: read once for all, until a notice of the office or of
 * its e-mails comes, or another minute, and sent as a day is (decision 0080). Only what such a notice tells of each write may be among it.
 */
export interface OfficeLists {
  send(exchange: Exchange, office: OperableOffice, list: OfficeList): Promise<FastifyReply>;
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface OfficeList {
  /** Which list, and all by which it differs but the minute and whose it is */
  readonly key: string;
  readonly now: Temporal.Instant;
  read(): Promise<TextOf>;
}

/** As it is sent, by employee */
type TextOf = (employeeId: number) => ReadyJson;

export function createOfficeLists(changes: OfficeChanges): OfficeLists {
  const isUnchanged = changes.isUnchangedWithMails;
  const cache = createOfficeCache<TextOf>(changes, { name: "lists of desks", max: 2_000, isUnchanged });
  return {
    send: async ({ request, reply }, { id, employeeId }, { key, now, read }) => {
      const question = { office: id, key: `${key} ${epochMinute(now)}`, mustBeNew: request.hasWrittenElsewhere };
      const textOf = await cache.load(question, read);
      return sendReadyJson(request, reply, textOf(employeeId));
    },
  };
}
