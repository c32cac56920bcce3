import type { CDPSession, Page } from "@playwright/test";

const PROBE = "data-focus-probe";
/** None is closed: with it would go what the page is emulated to be. */
const sessions = new WeakMap<Page, CDPSession>();

/**
 * Controls around which nothing is drawn that stands out 3:1 while they have the keyboard's focus (WCAG 2.4.11, 1.4.11), one
 * of each look. Nothing is focused for it, so nothing happens on the page.
 */
export async function withoutFocusRing(page: Page): Promise<string[]> {
  // On paper nothing has the focus.
  if (await page.evaluate(() => matchMedia("print").matches)) return [];
  const before = await page.evaluate(mark, PROBE);
  const devtools = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, devtools);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: `[${PROBE}]` });
  // What has gone from the page meanwhile, as a word of success does, is looked at no more.
  const force = (...forcedPseudoClasses: string[]) =>
    Promise.allSettled(nodeIds.map((nodeId) => devtools.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses })));
  await force("focus", "focus-visible");
  const found = await page.evaluate(unringed, [PROBE, before] as const);
  await force();
  return found;
}

/** @returns what is drawn around each of them now, by the number that it was given */
function mark(probe: string): string[][] {
  const looks = new Set<string>();
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const shown = controls.filter(
    (control) =>
      control.checkVisibility() &&
      !control.matches(":focus, [disabled], [type=hidden], .visually-hidden") &&
      control.getBoundingClientRect().width > 2,
  );
  const probes = shown.filter(({ tagName, className, parentElement }) => {
    const look = `${tagName} ${className} in ${parentElement?.className}`;
    return !looks.has(look) && looks.add(look);
  });
  return probes.map((control, index) => {
    control.setAttribute(probe, String(index));
    return [control, control.parentElement, control.parentElement?.parentElement, control.nextElementSibling].map(
      (near) => (near ? `${getComputedStyle(near).outline} ${getComputedStyle(near).boxShadow}` : ""),
    );
  });
}

function unringed([probe, before]: readonly [string, readonly string[][]]): string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour)
      .slice(0, 3)
      .map((of) => (of <= 10 ? of / 3294 : ((of / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (element: Element | null): string => {
    const { backgroundColor } = element ? getComputedStyle(element) : { backgroundColor: "rgb(255, 255, 255)" };
    return !element || (channels(backgroundColor)[3] ?? 1) > 0.5 ? backgroundColor : groundOf(element.parentElement);
  };
  const ringsOf = (near: Element): string[] => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(near);
    // Of the browser's own, which a letter has, it is the browser that sees to it.
    if (outlineStyle === "auto") return ["rgb(0, 0, 0)", "rgb(255, 255, 255)"];
    const outline = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 ? [outlineColor] : [];
    return [...outline, ...(boxShadow.match(/rgba?\([^)]+\)/g) ?? [])];
  };
  const controls = [...document.querySelectorAll(`[${probe}]`)];
  return controls.flatMap((control) => {
    const index = Number(control.getAttribute(probe));
    control.removeAttribute(probe);
    const around = [control, control.parentElement, control.parentElement?.parentElement, control.nextElementSibling];
    const isRinged = around.some((near, at) => {
      if (!near) return false;
      const { outline, boxShadow } = getComputedStyle(near);
      const grounds = [groundOf(near), groundOf(near.parentElement)];
      return (
        `${outline} ${boxShadow}` !== before[index]?.[at] &&
        ringsOf(near).some((ring) => grounds.some((ground) => contrast(ring, ground) >= 3))
      );
    });
    return isRinged
      ? []
      : [`${control.tagName.toLowerCase()}.${control.className} «${control.textContent?.slice(0, 30)}»`];
  });
}
