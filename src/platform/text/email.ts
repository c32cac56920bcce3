export type Email = { readonly email: string } | { readonly error: "email-no-ending" | "email-invalid" };

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** As it is written */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** One plain address (RFC 5321 limits), never a list, a name with brackets or a second line. The domain in small letters. */
export function normalizeEmail(text: string): Email {
  const typed = text.trim();
  const at = typed.lastIndexOf("@");
  const local = typed.slice(0, at);
  const labels = domainOf(typed).split(".");
  if (at < 1 || local.length > 64 || typed.length > 254 || !LOCAL.test(local)) return { error: "email-invalid" };
  if (labels.length < 2 || labels.at(-1) === "") return { error: "email-no-ending" };
  if (!labels.every((label) => LABEL.test(label)) || !/^[A-Za-z][A-Za-z0-9-]+$/.test(labels.at(-1) ?? ""))
    return { error: "email-invalid" };
  return { email: `${local}@${labels.join(".").toLowerCase()}` };
}
