import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { formBody, isOwnForm, seeOther, sendHtml } from "../http.ts";
import { agree, claimsShownBy } from "./agree.ts";
import { holderById } from "./holders.ts";
import { fetchRequest, type PresentationRequest } from "./request.ts";
import { RequestFault } from "./request-fault.ts";
import { deny, type WalletReply } from "./respond.ts";
import {
  consentPage,
  faultPage,
  notAcceptedPage,
  nothingPage,
  overPage,
  responseSentPage,
  walletHomePage,
} from "./wallet-pages.ts";
import type { WalletState } from "./wallet-state.ts";

/** Requests that a person has before them; each is fetched once, as an asker may give it once. */
export type PendingRequests = Map<string, PresentationRequest>;

const MOST_PENDING = 1000;

/** Opens a link: its request in words, with the people of the trial to choose from. */
export async function openLink(state: WalletState, pending: PendingRequests, response: ServerResponse, url: URL) {
  if (url.search === "") return sendHtml(response, 200, walletHomePage());
  return orFaultPage(response, async () => {
    const request = await fetchRequest(url.href, state.issuers, state.now());
    const id = randomBytes(16).toString("base64url");
    pending.set(id, request);
    const [oldest] = pending.keys();
    if (pending.size > MOST_PENDING && oldest !== undefined) pending.delete(oldest);
    return sendHtml(response, 200, consentPage(id, request, false));
  });
}

/** Sends what the person decided, and the browser where the asker says. */
export async function decideByForm(
  state: WalletState,
  pending: PendingRequests,
  incoming: IncomingMessage,
  response: ServerResponse,
) {
  const form = await formBody(incoming);
  const id = form.get("request") ?? "";
  const request = isOwnForm(incoming) ? pending.get(id) : undefined;
  if (!request) return sendHtml(response, 404, overPage());
  return orFaultPage(response, async () => {
    if (form.has("deny")) {
      pending.delete(id);
      return sendOn(response, await deny(request));
    }
    const holder = holderById(form.get("holder") ?? "");
    if (!holder) return sendHtml(response, 422, consentPage(id, request, true));
    if (!claimsShownBy(state, request, holder)) return sendHtml(response, 200, nothingPage(id, request));
    pending.delete(id);
    return sendOn(response, await agree(state, request, holder));
  });
}

function sendOn(response: ServerResponse, { status, redirectUri }: WalletReply) {
  if (redirectUri !== null) return seeOther(response, redirectUri);
  return status < 300 ? sendHtml(response, 200, responseSentPage()) : sendHtml(response, 200, notAcceptedPage(status));
}

async function orFaultPage(response: ServerResponse, answer: () => Promise<ServerResponse>): Promise<ServerResponse> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof RequestFault) return sendHtml(response, 400, faultPage(error.reason));
    throw error;
  }
}
