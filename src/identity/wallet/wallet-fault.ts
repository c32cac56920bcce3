export const WALLET_FAULT_REASONS = [
  /** Not what the protocol says. */
  "malformed",
  "not-encrypted",
  /** The wallet sent an error in the place of a presentation: mostly that its holder said no. */
  "declined",
  /** The issuer's certificate leads to no anchor. */
  "untrusted",
  "not-yet-valid",
  "expired",
  "wrong-type",
  /** Whoever showed it did not prove, for this request and just now, that it is theirs. */
  "not-bound",
  /** What was shown is not what the issuer signed. */
  "forged",
  "no-name",
  "revoked",
  "status-unknown",
  /** A list by which it is judged was not fetched yet, or is over. */
  "not-now",
] as const;

export type WalletFaultReason = (typeof WALLET_FAULT_REASONS)[number];

/** Why what a wallet, or somebody in its place, sent is not taken. Its message may be logged: no word of a person is in it. */
export class WalletFault extends Error {
  readonly reason: WalletFaultReason;

  /** @param detail words of ours, never a value of what was sent */
  constructor(reason: WalletFaultReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = "WalletFault";
    this.reason = reason;
  }
}

/** @throws WalletFault unless it is so */
export function faultUnless(isSo: boolean, reason: WalletFaultReason, detail: string): asserts isSo {
  if (!isSo) throw new WalletFault(reason, detail);
}
