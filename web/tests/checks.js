// What every page is checked for, and the count of what was found.

import axe from "axe-core";
import { join } from "node:path";

const BAD = new Set(["serious", "critical"]);

export class Checks {
  constructor(shots) {
    this.shots = shots;
    this.failures = [];
    this.passed = 0;
    this.pages = 0;
    this.findings = { minor: 0, moderate: 0, serious: 0, critical: 0 };
  }

  // A page that complains in the console (an error, a breach of the content policy) fails.
  watch(name, page) {
    page.on("pageerror", (error) => this.fail(name, `script: ${error.message}`));
    page.on("console", (message) => {
      const expected = /Failed to load resource: the server responded with a status of (4|503)/;
      if (message.type() === "error" && !expected.test(message.text())) this.fail(name, `console: ${message.text()}`);
    });
  }

  is(name, what, condition) {
    if (condition) this.passed += 1;
    else this.fail(name, what);
  }

  fail(name, what) {
    this.failures.push(`${name}: ${what}`);
    console.log(`FAILED ${name}: ${what}`);
  }

  async shot(page, name) {
    await page.screenshot({ path: join(this.shots, `${name}.png`), fullPage: true });
  }

  // A picture, axe-core, no sideways scrolling, nothing too small to touch.
  async page(page, name, scripted = true) {
    await this.shot(page, name);
    this.pages += 1;
    if (!scripted) return;
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const { impact, id, nodes } of violations) {
      this.findings[impact] += 1;
      const text = `axe ${impact} ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`;
      if (BAD.has(impact)) this.fail(name, text);
      else console.log(`note ${name}: ${text}`);
    }
    const { sideways, small } = await page.evaluate(measure);
    this.is(name, `scrolls sideways by ${sideways} px`, sideways <= 0);
    this.is(name, `too small to touch: ${small.join("; ")}`, small.length === 0);
  }

  verdict() {
    const found = Object.entries(this.findings).map(([impact, count]) => `${count} ${impact}`).join(", ");
    console.log(`pages looked at: ${this.pages}; axe findings: ${found}; checks passed: ${this.passed}; failures: ${this.failures.length}`);
    return this.failures.length === 0 ? 0 : 1;
  }
}

// Runs in the page. Links inside a sentence may be as high as their line.
function measure() {
  const visible = (node) => node.offsetParent && !node.closest(".hidden, .skip") && node.type !== "hidden";
  const held = (node) => node.closest("label")?.offsetHeight >= 48 || (node.tagName === "A" && node.closest("p"));
  const small = [...document.querySelectorAll("a, button, input, textarea, summary")]
    .filter((node) => visible(node) && !held(node))
    .filter((node) => node.offsetHeight < 47.5 || node.offsetWidth < 44)
    .map((node) => `${node.tagName} ${node.textContent.trim().slice(0, 20)} ${node.offsetWidth}×${node.offsetHeight}`);
  return { sideways: document.documentElement.scrollWidth - innerWidth, small };
}
