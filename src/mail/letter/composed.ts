import MailComposer from "nodemailer/lib/mail-composer";
import type { OutgoingMail } from "./message.ts";

/** The bytes of a message, as a server takes them. */
export const composed = ({ to, ...content }: OutgoingMail): Promise<Buffer> =>
  new MailComposer({ ...content, to: { name: "", address: to }, disableFileAccess: true, disableUrlAccess: true })
    .compile()
    .build();
