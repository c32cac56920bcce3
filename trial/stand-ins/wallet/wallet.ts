import type { ServerResponse } from "node:http";
import { systemClock } from "../../../src/platform/time.ts";
import { type RunningServer, sendHtml, startServer } from "../http.ts";
import { notFoundPage, sendStyles } from "../page.ts";
import { agree } from "./agree.ts";
import { HOLDERS, holderById } from "./holders.ts";
import { sendList, type WalletFaults } from "./issue/faults.ts";
import { type Issuers, newIssuers } from "./issue/issuers.ts";
import { type HolderStatus, newStatuses, statusListJwt } from "./issue/status-list.ts";
import { trustListJws } from "./issue/trust-list.ts";
import type { Meddle } from "./meddle.ts";
import { fetchRequest } from "./request.ts";
import { deny, type WalletReply } from "./respond.ts";
import { type WalletSettingTexts, writeSettingFiles } from "./setting-files.ts";
import { decideByForm, openLink, type PendingRequests } from "./wallet-routes.ts";
import { statusIssuers, type WalletState } from "./wallet-state.ts";

export interface WalletStandIn extends RunningServer {
  /** Of the wallet's page, which a link opens in place of an app */
  readonly address: string;
  readonly settings: WalletSettingTexts;
  readonly faults: WalletFaults;
  /** Who signs what, for cheats that borrow of it */
  readonly issuers: Issuers;
  setStatus(holderId: string, status: HolderStatus): void;
  /** Answers a link as a person would, without a page. @throws RequestFault where a wallet would not answer */
  answer(link: string, answer: PersonsAnswer): Promise<WalletReply>;
}

interface PersonsAnswer {
  /** The id of one of `HOLDERS` */
  readonly person: string;
  readonly agrees: boolean;
  readonly meddle?: Meddle;
}

/**
 * A European wallet with invented people in it, and those who sign for it: issuers of persons' data, the list of them and the
 * lists of what they revoked. It speaks OpenID4VP 1.0 as HAIP 1.0 narrows it, by other libraries than the platform's.
 */
export async function startWallet({
  now = systemClock,
}: {
  readonly now?: () => Temporal.Instant;
} = {}): Promise<WalletStandIn> {
  const issuers = await newIssuers(now());
  const faults: WalletFaults = { trustList: "none", statusLists: "none" };
  const statuses = newStatuses();
  const state = (): WalletState => ({ origin: server.origin, issuers, now, faults, statuses });
  const pending: PendingRequests = new Map();
  const server = await startServer((request, response, url) => {
    switch (`${request.method} ${url.pathname}`) {
      case "GET /":
        return openLink(state(), pending, response, url);
      case "POST /answer":
        return decideByForm(state(), pending, request, response);
      case "GET /page.css":
        return sendStyles(response);
      default:
        return request.method === "GET" ? sendListAt(state(), response, url.pathname) : sendNothing(response);
    }
  });
  const files = await writeSettingFiles(issuers, server.origin, now());
  return {
    ...server,
    address: `${server.origin}/`,
    settings: files.settings,
    faults,
    issuers,
    setStatus: (holderId, status) => void statuses.set(holderId, status),
    answer: async (link, { person, agrees, meddle }) => {
      const holder = holderById(person);
      if (!holder)
        throw new Error(`Nobody has this wallet: ${person}. They are ${HOLDERS.map(({ id }) => id).join(", ")}.`);
      const request = await fetchRequest(link, issuers, now());
      return agrees ? agree(state(), request, holder, meddle) : deny(request, meddle?.sending);
    },
    stop: async () => {
      await Promise.all([server.stop(), files.remove()]);
    },
  };
}

async function sendListAt(state: WalletState, response: ServerResponse, path: string) {
  const { issuers, faults, statuses } = state;
  const now = state.now();
  if (path === "/trust-list") {
    return sendList(response, faults.trustList, "application/jose", await trustListJws(issuers, now, faults.trustList));
  }
  const issuer = statusIssuers(state).get(path);
  if (!issuer) return sendNothing(response);
  const jwt = await statusListJwt({ issuer, uri: state.origin + path, statuses, now }, faults.statusLists);
  return sendList(response, faults.statusLists, "application/statuslist+jwt", jwt);
}

const sendNothing = (response: ServerResponse) => sendHtml(response, 404, notFoundPage());
