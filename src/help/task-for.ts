import { MANUAL_ROLES, type Manual, type ManualRole, type Task } from "./manual.ts";

/**
 * The task that a person most likely wants on the page from which the help was opened: one of that very state of the page
 * before one of the whole page, and one of the person's highest role before the others.
 */
export function taskFor(manual: Manual, page: string, roles: readonly ManualRole[]): Task | undefined {
  const fits = (task: Task) => Math.max(...task.pages.map((each) => fitOf(each, page)));
  const rank = ({ role }: Task) => (roles.includes(role) ? MANUAL_ROLES.indexOf(role) : -1);
  const best = manual
    .filter((task) => rank(task) >= 0)
    .toSorted((a, b) => fits(b) - fits(a) || (fits(a) > 0 ? rank(b) - rank(a) : 0))[0];
  return best ?? manual[0];
}

/** Of all tasks the first that a page has, whoever asks; for the check that every page has one. */
export const isTaskOf = (task: Task, address: string): boolean =>
  task.pages.some((page) => page.replace(/\?.*$/, "") === address);

/** 0: another page. "$office" stands for anything; of what follows the question mark all must be there. */
function fitOf(pattern: string, page: string): number {
  const [path = "", search = ""] = pattern.split("?");
  const [shownPath = "", shownSearch = ""] = page.split("?");
  if (!isAt(path, shownPath)) return 0;
  const shown = new URLSearchParams(shownSearch);
  const wanted = [...new URLSearchParams(search)];
  const isThere = wanted.every(([key, value]) => (value.startsWith("$") ? shown.has(key) : shown.get(key) === value));
  return isThere ? 1 + wanted.length : 0;
}

/** Whether the path has the form of the address. */
export function isAt(address: string, path: string): boolean {
  const [parts, shown] = [address.split("/"), path.split("/")];
  return parts.length === shown.length && parts.every((part, index) => part.startsWith("$") || part === shown[index]);
}
