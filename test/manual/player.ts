import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import type { Task } from "../../src/help/manual.ts";
import type { Language } from "../../src/text/text.ts";
import { fileOf } from "./files.ts";
import { patternOf } from "./labels.ts";
import { type Deed, stepsOf, type Target } from "./steps.ts";

/** Somebody at a browser, who knows nothing but the text of a task. */
export interface Reader {
  readonly context: BrowserContext;
  /** How long this person looks for what a step names */
  readonly patience?: number;
  readonly language?: Language;
}

/** Does a task step by step. @throws Error that names file and line */
export async function play(task: Task, reader: Reader): Promise<void> {
  const { language = "el" } = reader;
  const steps = stepsOf(task, language);
  expect(steps.length, task.name).toBeGreaterThan(0);
  for (const { deeds, line } of steps)
    for (const deed of deeds)
      await DOES[deed.act](reader, deed as never).catch((error) => {
        throw new Error(`${fileOf(language, task.name)}:${line}: ${JSON.stringify(deed)}\n${error.message}`);
      });
}

const DOES: {
  readonly [Act in Deed["act"]]: (reader: Reader, deed: Extract<Deed, { act: Act }>) => Promise<void>;
} = {
  press: async (reader, { either, within }) => {
    const [first] = either;
    const onScreen = either.filter(({ kind }) => kind !== "key");
    const found =
      onScreen.length > 0 && (await shown(reader, (page) => onScreen.flatMap((each) => controls(page, each, within))));
    if (first?.kind === "key") await newest(reader.context).keyboard.press(keyOf(first.text));
    else if (found) await found.click();
  },
  type: async (reader, { text, field }) => (await shown(reader, (page) => fields(page, field))).fill(text),
  choose: async (reader, { option, field }) => {
    if (!field) return chooseAlone(reader, option);
    const select = await shown(reader, (page) => fields(page, field));
    const options = await select.locator("option").allTextContents();
    const label = options.find((text) => patternOf(option.text).test(text));
    expect(label, `"${option.text}" among ${options.join(", ")}`).toBeDefined();
    await select.selectOption({ label: String(label) });
  },
  see: async (reader, { either }) => {
    await shown(reader, (page) => either.flatMap((target) => texts(page, target)));
  },
};

/** A choice that stands by itself; a field of which nothing is said needs only to be there. */
async function chooseAlone(reader: Reader, option: Target): Promise<void> {
  const found = await shown(reader, (page) => [...choices(page, option), ...fields(page, option.text)]);
  if (/^(radio|checkbox)$/.test(String(await found.getAttribute("type")))) await found.check({ force: true });
}

/** The first that is to be seen, on the page that was opened last. */
async function shown(
  { context, patience = 30_000 }: Reader,
  among: (page: Page) => readonly Locator[],
): Promise<Locator> {
  let found: Locator | null = null;
  const look = async () => {
    found = await firstShown(among(newest(context)));
    expect(found, "is on the screen").not.toBeNull();
  };
  await expect(look).toPass({ timeout: patience });
  return found as unknown as Locator;
}

async function firstShown(among: readonly Locator[]): Promise<Locator | null> {
  for (const locator of among) for (const each of await locator.all()) if (await each.isVisible()) return each;
  return null;
}

const newest = (context: BrowserContext): Page => context.pages().at(-1) as Page;

const ROLES = ["button", "link", "switch", "menuitem", "tab", "radio", "checkbox"] as const;
/** What bears a person's or a queue's name leads there; the acts beside it bear the name as well. */
const ROLES_OF_DATA = ["link", "option", "row"] as const;
/** A name may go on: whose it is, how many there are. */
const GOES_ON = "(?=\\s*($|[,:(]))";

/** In front of everything else stands a dialog. */
const front = (page: Page): Locator => page.locator("dialog[open], [role=dialog]").or(page.locator("body"));

function controls(page: Page, target: Target, within: string | null): readonly Locator[] {
  const places = within ? placesOf(page, within) : [front(page).last(), page.locator("body")];
  const roles = target.kind === "data" ? ROLES_OF_DATA : ROLES;
  const name = target.kind === "data" ? new RegExp(literal(target.text)) : patternOf(target.text, GOES_ON);
  const exact = target.kind === "data" ? name : patternOf(target.text, "\\s*$");
  const inPlaces = places.flatMap((place) =>
    [exact, name].flatMap((each) => roles.map((role) => place.getByRole(role, { name: each }))),
  );
  const own = within
    ? ROLES.map((role) => page.getByRole(role, { name: patternOf(target.text, `.*${literal(within)}`) }))
    : [];
  return [...own, ...inPlaces, ...(target.kind === "label" ? [page.locator("summary", { hasText: name })] : [])];
}

const placesOf = (page: Page, within: string): readonly Locator[] =>
  (["region", "row", "listitem", "group"] as const).map((role) =>
    page.getByRole(role).filter({ hasText: within }).last(),
  );

const fields = (page: Page, label: string): readonly Locator[] => {
  const name = patternOf(label, GOES_ON);
  return [front(page).last().getByLabel(name), page.getByLabel(name)].map((each) =>
    each.and(page.locator("input:not([type=radio], [type=checkbox]), select, textarea")),
  );
};

const choices = (page: Page, { text }: Target): readonly Locator[] =>
  (["radio", "checkbox"] as const).flatMap((role) => [
    front(page)
      .last()
      .getByRole(role, { name: patternOf(text, "\\s*$") }),
    page.getByRole(role, { name: patternOf(text, "\\s*$") }),
  ]);

/** Words anywhere, or the name of a control. */
function texts(page: Page, target: Target): readonly Locator[] {
  const words = target.kind === "data" ? new RegExp(literal(target.text)) : wordsLike(target.text);
  return [page.getByText(words), ...controls(page, target, null)];
}

/** Within a sentence, as a word of its own. */
const wordsLike = (label: string): RegExp =>
  new RegExp(`(?<!\\p{L})${patternOf(label).source.replace(/^\^/, "")}(?!\\p{L})`, "su");

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** As the browser calls it; single letters by their place on the keyboard. */
const keyOf = (key: string): string => {
  const parts = key.split(" + ").map((part) => ({ Ctrl: "Control", Esc: "Escape" })[part] ?? part);
  return parts.map((part) => (/^[A-Z]$/.test(part) ? part.toLowerCase() : part)).join("+");
};
