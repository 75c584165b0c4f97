// Drives the real pages of a real server in a real browser, from a sentence to a paid order, on a phone and on a desk,
// with and without scripts, in both languages; asks axe-core about every page; weighs the first page.
//
//   node run.js [--bin PATH] [--url ADDRESS] [--shots FOLDER]
//
// Without --url it starts the server at --bin (or ../../target/release/xiaoer, or …/debug/xiaoer) on a fresh data
// folder, at a pinned noon, and ends it afterwards.

import { chromium } from "playwright-core";
import { mkdtempSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checks } from "./checks.js";
import { serve } from "./server.js";
import { orderBySaying, walkAround, firstPageWeight, chooseAnOffer, refusals } from "./stories.js";

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const SENTENCES = [
  { locale: "zh-CN", lang: "zh-CN", text: "帮我点两杯珍珠奶茶，少糖，送到公司", lines: [/珍珠奶茶 × 2/], also: [/少糖/, /送到\s*公司/] },
  { locale: "en-US", lang: "en", text: "two americanos, one iced, no sugar", lines: [/americano × 1/i], also: [/iced/i, /no sugar/i] },
];
const SIZES = [{ width: 360, height: 740 }, { width: 1280, height: 860 }];

const shots = option("shots") || mkdtempSync(join(tmpdir(), "xiaoer-shots-"));
mkdirSync(shots, { recursive: true });
const checks = new Checks(shots);
const server = option("url") ? { url: option("url"), stop: async () => {} } : await serve(option("bin"));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

async function inContext(name, settings, story) {
  const context = await browser.newContext({ baseURL: server.url, ...settings });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  checks.watch(name, page);
  try {
    await story(page, name);
  } catch (error) {
    await checks.shot(page, `${name}-failed`).catch(() => {});
    checks.fail(name, error.message.split("\n").slice(0, 6).join(" | "));
  }
  await context.close();
}

for (const viewport of SIZES) {
  for (const sentence of SENTENCES) {
    for (const javaScriptEnabled of [true, false]) {
      const name = `${sentence.lang.slice(0, 2)}-${viewport.width}${javaScriptEnabled ? "" : "-plain"}`;
      const settings = { viewport, locale: sentence.locale, javaScriptEnabled, deviceScaleFactor: 1 };
      await inContext(name, settings, (page) => orderBySaying(page, checks, name, sentence, javaScriptEnabled));
    }
  }
  const settings = { viewport, locale: "zh-CN" };
  await inContext(`walk-${viewport.width}`, settings, (page, name) => walkAround(page, checks, name));
  await inContext(`offer-${viewport.width}`, settings, (page, name) => chooseAnOffer(page, checks, name));
  await inContext(`refused-${viewport.width}`, settings, (page, name) => refusals(page, checks, name));
}
await inContext("weight", { viewport: SIZES[0], locale: "zh-CN" }, (page, name) => firstPageWeight(page, checks, name));

await browser.close();
await server.stop();
console.log(`screenshots: ${shots}`);
process.exit(checks.verdict());
