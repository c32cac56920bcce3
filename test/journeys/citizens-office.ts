import { expect } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";

/** A platform of its own whose office 9904 is open day and night, and gives citizens the times of its first queues. */
export interface CitizensOffice extends OwnPlatform {
  readonly smtp: SmtpStandIn;
  /** Where the last letter to somebody leads, once it has come */
  linkTo(recipient: string): Promise<string>;
}

const LINK = /\/link\/[\w-]{43}/;

/** @param queues how many are public; the others are the counter's alone */
export async function openCitizensOffice({ queues = 2 } = {}): Promise<CitizensOffice> {
  const smtp = await startSmtp();
  const own = await openOwnPlatform({ SMTP_URL: smtp.url });
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
  await own.sql.query("delete from public_booking");
  await own.sql.query("insert into public_booking (id, opened_at) values (gen_random_uuid(), now())");
  await own.sql.query(
    "update queue set is_public = true from office where office.id = office_id and code = '9904' and number <= $1",
    [queues],
  );
  const closePlatform = own.close;
  return Object.assign(own, {
    smtp,
    linkTo: async (recipient: string) => {
      const letter = () => smtp.messages(recipient).at(-1)?.text ?? "";
      await expect.poll(letter, { timeout: 60_000 }).toMatch(LINK);
      return `${own.url}${LINK.exec(letter())?.[0]}`;
    },
    close: async () => {
      await closePlatform();
      await smtp.stop();
    },
  });
}
