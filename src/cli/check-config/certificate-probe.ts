import type { Config } from "../../platform/config.ts";
import { requireRecovery } from "../../platform/database/standby/require-fit.ts";
import { mailRelayOf } from "../../platform/mail-relay.ts";
import { dateTextOf, systemClock } from "../../platform/time.ts";
import { type CertificateOf, ofDatabase, ofHttps, ofSmtp } from "./certificates.ts";
import { connectionFaultOf } from "./connection-fault.ts";
import { fine, note, notReached, type ProbeResult, type ProbeTarget } from "./probe.ts";

const SOON_DAYS = 21;

/** Of each server that shows one: until when it is valid. Why one is refused says whoever needs that server. */
export async function probeCertificates(config: Config): Promise<readonly ProbeResult[]> {
  const results = await Promise.all(
    Object.entries(serversOf(config)).map(([setting, certificateOf]) =>
      certificateOf ? probeCertificate({ probe: "certificate", setting }, certificateOf) : null,
    ),
  );
  return results.filter((result) => result !== null);
}

async function probeCertificate(target: ProbeTarget, certificateOf: CertificateOf): Promise<ProbeResult | null> {
  try {
    const until = await certificateOf();
    if (until === null) return null;
    const days = Math.floor(until.since(systemClock()).total("hours") / 24);
    const date = dateTextOf(until);
    return days < SOON_DAYS
      ? note(target, "certificate-ends-soon", { days, date })
      : fine(target, "certificate-fine", { date });
  } catch (error) {
    return target.setting === "PUBLIC_BASE_URL" ? ofOwnAddress(target, error) : null;
  }
}

/** Nobody else tries it. It may well be out of reach from here: the proxy may not stand yet. */
function ofOwnAddress(target: ProbeTarget, error: unknown): ProbeResult {
  const fault = connectionFaultOf(error);
  if (fault?.startsWith("certificate") || fault === "no-tls") return notReached(target, error);
  return note(target, "own-address-out-of-reach", { reason: (error as Error).message });
}

function serversOf(config: Config): Readonly<Record<string, CertificateOf | null>> {
  const relay = config.SMTP_URL === undefined ? null : mailRelayOf(config.SMTP_URL);
  const https = ["PUBLIC_BASE_URL", "OIDC_ISSUER", "GSIS_BASE_URL", "GSIS_CITIZENS_BASE_URL", "DIRECTORY_URL"] as const;
  const databases = ["DATABASE_URL", "DATABASE_DIRECT_URL"] as const;
  return {
    ...Object.fromEntries(https.map((name) => [name, ofHttps(config[name])])),
    SMTP_URL: relay && !relay.ignoreTLS ? ofSmtp(relay) : null,
    ...Object.fromEntries(databases.map((name) => [name, ofDatabase(config[name])])),
    READ_DATABASE_URL: ofDatabase(config.READ_DATABASE_URL, requireRecovery),
  };
}
