const LONGEST = 500;
const OWN_STEPS = /^\/(sign-in|sign-out|signed-out|callback|api)(\/|$)/;

/** A path within our own site, or "/": never another host, however it is written. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== "string" || wanted.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return "/";
  const url = URL.parse(wanted, "http://own.invalid");
  if (
    url?.origin !== "http://own.invalid" ||
    wanted.includes("\\") ||
    url.pathname.startsWith("//") ||
    OWN_STEPS.test(url.pathname)
  )
    return "/";
  return url.pathname + url.search;
}
