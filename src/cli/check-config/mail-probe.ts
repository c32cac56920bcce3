import { mailerOf } from "../../mail/mailer.ts";
import type { Config } from "../../platform/config.ts";
import { mailRelayOf } from "../../platform/mail-relay.ts";
import { connectionFaultOf } from "./connection-fault.ts";
import { fine, note, notReached, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";

const PATIENCE_MS = 5_000;

/** Greeting, TLS and who signs in, as before a letter, without one. */
export async function probeMail(config: Config): Promise<readonly ProbeResult[]> {
  const target: ProbeTarget = { probe: "mail", setting: "SMTP_URL" };
  const relay = config.SMTP_URL === undefined ? null : mailRelayOf(config.SMTP_URL);
  if (!relay) return [note(target, config.NODE_ENV === "production" ? "no-mail" : "stand-in")];
  const mailer = mailerOf(relay, PATIENCE_MS);
  try {
    await mailer.verify();
    return [fine(target, relay.ignoreTLS ? "mail-fine-in-clear" : "mail-fine")];
  } catch (error) {
    return [faultOfMail(target, error)];
  } finally {
    mailer.close();
  }
}

function faultOfMail(target: ProbeTarget, error: unknown): ProbeResult {
  const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
  if (code === "EAUTH") return wrong(target, "mail-password-refused", { reason: String(responseCode ?? "") });
  if (code === "EPROTOCOL" && connectionFaultOf(error) === null)
    return wrong(target, "mail-not-greeted", { reason: (error as Error).message.split(":")[0] ?? "" });
  return notReached(target, error);
}
