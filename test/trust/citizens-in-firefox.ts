import { hasFirefox, startFirefox } from "../firefox.ts";
import { openArena } from "../races/arena.ts";
import { openToRivals } from "../races/citizens.ts";
import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

const MONTH = "/book/offices/9904/days?service=copy-certification";

/** A citizen's way from a month to an appointment by the other browser, where it is. */
export async function citizensInFirefox(note: Note): Promise<void> {
  if (!hasFirefox()) return;
  const arena = await openArena();
  await openToRivals(arena);
  const firefox = await startFirefox();
  const ends: string[] = [];
  for (const language of ["", "/en"]) {
    await firefox.visit(`${arena.platforms[0].url.replace("127.0.0.1", "localhost")}${language}${MONTH}`);
    await firefox.press(".cal td a");
    await firefox.press(".times button");
    await firefox.type("lastName", "Γιασεμίδου");
    await firefox.type("firstName", "Φανή");
    await firefox.press("main form:last-of-type button.button--go");
    await firefox.read("document.querySelector('#how-phone').checked = true");
    await firefox.type("phone", "6944123456");
    await firefox.press("main button.button--go");
    ends.push(
      `${await firefox.read("location.pathname")} ${await firefox.read("document.querySelector('.code2').textContent")}`,
    );
  }
  await firefox.close();
  await arena.close();
  note(
    ends.every((end) => /^(\/en)?\/book\/done \d{3}.\d{3}.\d{3}$/.test(end)),
    `a citizen books by Firefox, in Greek and in English: ${ends.length} appointments with a reference`,
  );
  const code = await ran("playwright", ["test", "firefox-across-sites"], { ACROSS_SITES: "1" });
  note(code === 0, "the same shown by a wallet at another site, refused and agreed, and back as the same browser");
}
