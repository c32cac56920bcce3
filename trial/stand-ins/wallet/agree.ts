import type { Holder } from "./holders.ts";
import { issuerOf } from "./issue/issuers.ts";
import { issuePid, pidOrder } from "./issue/pid.ts";
import { statusReference } from "./issue/status-list.ts";
import type { Meddle } from "./meddle.ts";
import { present } from "./presentation.ts";
import { claimsToShow } from "./query.ts";
import type { PresentationRequest } from "./request.ts";
import { deny, respond, type WalletReply } from "./respond.ts";
import { statusUri, type WalletState } from "./wallet-state.ts";

/** What the person's credential says, of what was asked: by name, in the asker's order. Null where nothing fits. */
export function claimsShownBy(state: WalletState, { query }: PresentationRequest, holder: Holder) {
  if (holder.kind === "nothing") return null;
  const { claims, type } = orderFor(state, holder);
  const names = query.types.includes(type) ? claimsToShow(query, claims) : null;
  return names && new Map(names.map((name) => [name, claims[name]]));
}

/** The person lets it be shown. */
export async function agree(
  state: WalletState,
  request: PresentationRequest,
  holder: Holder,
  meddle: Meddle = {},
): Promise<WalletReply> {
  const shown = claimsShownBy(state, request, holder);
  if (!shown) return deny(request, meddle.sending);
  const honestOrder = orderFor(state, holder);
  const pid = await issuePid(meddle.pid?.(honestOrder) ?? honestOrder);
  const names = meddle.claims?.([...shown.keys()]) ?? [...shown.keys()];
  const parts = await present(pid, names, request, state.now());
  return respond(request, (await meddle.presentation?.(parts)) ?? parts.honest, meddle);
}

function orderFor(state: WalletState, holder: Holder) {
  const status = statusReference(statusUri(state, issuerOf(state.issuers, holder.kind)), holder.id);
  return pidOrder(state.issuers, holder, status, state.now());
}
