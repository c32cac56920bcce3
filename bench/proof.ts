import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "@playwright/test";
import { challengeFor, proofIn } from "../src/public-booking/hoarding/proof.ts";
import { LEAST_TRIES, MOST_TRIES } from "../src/public-booking/hoarding/suspicion.ts";
import { chromiumPath } from "../test/chromium.ts";
import { hasFirefox, startFirefox } from "../test/firefox.ts";

/**
 * How long a browser works before a time is held for it, with the page's own script, at the least and the greatest difficulty.
 *
 * The throttle of Chromium's tools reaches the thread of the page alone: keys are derived beside it, as fast as ever. So what
 * a key costs is measured by itself, and added as often as the whole machine would be slower. A phone's old processor does
 * not know SHA-256 either: Chromium is asked a second time without its help.
 */
const SCRIPT = readFileSync(new URL("../src/public-booking/hoarding/prove.js", import.meta.url), "utf8");
const SOLUTIONS = 30;
/** In OpenSSL's words: all that the processor has but SHA-256 */
const WITHOUT_SHA = { OPENSSL_ia32cap: ":~0x20000000" };
const wanted = { office: "9901", service: "signature", at: "2026-12-01T09:00" };
const asking = { key: Buffer.from("of a bench"), now: Temporal.Now.instant() };

/** In a page: the milliseconds of one key, as the least of several looks */
const KEY_MS = `(async () => {
  const looks = [];
  for (let count = 0; count < 10; count++) {
    const began = performance.now();
    // Another one each time: Firefox remembers the last.
    const secret = crypto.getRandomValues(new Uint8Array(20));
    const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(16), iterations: 200000 };
    await crypto.subtle.deriveBits(how, key, 256);
    looks.push((performance.now() - began) / 200);
  }
  return Math.min(...looks);
})()`;

/** In a page: the milliseconds from the script's start until the form would be sent, the keys tried, and what would be sent */
const solving = (challenge: string): string => `new Promise((done) => {
  document.body.innerHTML = '<div id="work" hidden><form><input name="proof"><progress value="0"></progress></form></div>';
  document.getElementById("work").dataset.challenge = ${JSON.stringify(challenge)};
  const [form, progress] = [document.querySelector("form"), document.querySelector("progress")];
  const began = performance.now();
  form.submit = () => done([performance.now() - began, progress.value, form.elements.proof.value].join());
  const script = document.createElement("script");
  script.textContent = ${JSON.stringify(SCRIPT)};
  document.body.append(script);
})`;

type Read = (expression: string) => Promise<string>;

/** @param slower by which the page is throttled */
async function measure(where: string, read: Read, slower: number): Promise<void> {
  const keyMs = Number(await read(KEY_MS));
  console.log(`${where}: a key in ${keyMs.toFixed(2)} ms`);
  for (const tries of [LEAST_TRIES, MOST_TRIES]) {
    const seen: number[] = [];
    const whole: number[] = [];
    for (let count = 0; count < SOLUTIONS; count++) {
      const challenge = await challengeFor(wanted, tries, asking);
      const [ms = "", keys = "", proof = ""] = (await read(solving(JSON.stringify(challenge)))).split(",");
      if (!(await proofIn(proof, wanted, asking))) throw new Error(`${where} has proven nothing: ${ms}`);
      seen.push(Number(ms));
      whole.push(Number(ms) + Number(keys) * keyMs * (slower - 1));
    }
    const more = slower > 1 ? `; were all of it ${slower} times slower: ${spread(whole)}` : "";
    console.log(`  at most ${tries} keys: ${spread(seen)}${more}`);
  }
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const [half, most] = [0.5, 0.95].map((share) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] as number));
  return `p50 ${half} ms, p95 ${most} ms`;
}

async function measureChromium(name: string, address: string, more: Readonly<Record<string, string>>): Promise<void> {
  const env = { ...process.env, ...more } as Record<string, string>;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"], env });
  const page = await browser.newPage();
  await page.goto(address);
  const tools = await page.context().newCDPSession(page);
  for (const rate of [1, 4, 6]) {
    await tools.send("Emulation.setCPUThrottlingRate", { rate });
    const read = async (expression: string) => String(await page.evaluate(expression));
    await measure(`${name}, its page ${rate} times slower`, read, rate);
  }
  await browser.close();
}

// By the name of this machine: elsewhere browsers derive keys under TLS only.
const server = createServer((_, response) => response.end("<!doctype html><title>Proof</title>"));
await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
await measureChromium("Chromium", address, {});
await measureChromium("Chromium without SHA-256 of the processor", address, WITHOUT_SHA);
if (hasFirefox()) {
  const firefox = await startFirefox();
  await firefox.visit(address);
  await measure("Firefox", firefox.read, 1);
  await firefox.close();
}
server.close();
