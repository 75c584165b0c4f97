// What people do here, step by step.

const FIRST_PAGE_BYTES_MAX = 60_000;

async function say(page, text) {
  await page.locator("#text").fill(text);
  await page.locator(".composer button").click();
}

// From a sentence to a paid order.
export async function orderBySaying(page, checks, name, sentence, scripted) {
  await page.goto("/");
  checks.is(name, "the page speaks the browser's language", (await page.locator("html").getAttribute("lang")) === sentence.lang);
  await checks.page(page, `${name}-1-home`, scripted);

  await say(page, sentence.text);
  const bill = page.locator('a[href^="/quotes/"]').last();
  await bill.waitFor();
  await checks.page(page, `${name}-2-talk`, scripted);

  await bill.click();
  await page.waitForURL(/\/quotes\/q\d+$/);
  const text = await page.locator("main").innerText();
  for (const line of [...sentence.lines, ...sentence.also]) checks.is(name, `the bill says ${line}`, line.test(text));
  await checks.page(page, `${name}-3-quote`, scripted);

  await page.locator(".act .button.main").click();
  await page.waitForURL(/\/orders\/o\d+$/);
  const order = await page.locator("main").innerText();
  for (const line of sentence.lines) checks.is(name, `the order says ${line}`, line.test(order));
  checks.is(name, "the first step, payment, is done or current", await page.locator(".step.done, .step.now").first().isVisible());
  await checks.page(page, `${name}-4-order`, scripted);

  await page.goto("/orders");
  checks.is(name, "the order is in the list", (await page.locator('a[href^="/orders/o"]').count()) === 1);
  await checks.page(page, `${name}-5-orders`, scripted);
}

// Every other page, the switches, an address, a cancelled order.
export async function walkAround(page, checks, name) {
  await page.goto("/wallet");
  await checks.page(page, `${name}-wallet`);
  const claim = page.locator(".gift button");
  if (await claim.count()) {
    await claim.first().click();
    await page.waitForLoadState();
    checks.is(name, "a claimed voucher is held", (await page.locator(".voucher").count()) >= 1);
    await checks.page(page, `${name}-wallet-claimed`);
  }

  await page.goto("/addresses");
  await page.locator("details summary").first().click();
  await page.locator("#label-0").fill("我家");
  await page.locator("#text-0").fill("文三路 100 号 2 单元 301");
  await checks.page(page, `${name}-addresses-edit`);
  await page.locator('details[open] button[value="save"]').click();
  await page.waitForURL(/\/addresses/);
  checks.is(name, "a changed address is kept", /文三路 100 号/.test(await page.locator("main").innerText()));
  checks.is(name, "a changed address is no example any more", (await page.locator("li.card").first().locator(".chip").count()) === 1);
  await checks.page(page, `${name}-addresses`);

  await page.goto("/");
  await page.locator('.switches button[name="language"]').click();
  await page.waitForLoadState();
  checks.is(name, "the switch changes the language", (await page.locator("html").getAttribute("lang")) === "en");
  await page.locator('.switches button[name="large"]').click();
  await page.waitForLoadState();
  checks.is(name, "the switch makes larger print", (await page.locator("html").getAttribute("class")) === "large");
  await checks.page(page, `${name}-large`);

  await say(page, "one americano");
  await page.locator('a[href^="/quotes/"]').last().click();
  await checks.page(page, `${name}-large-quote`);
  await page.locator(".act .button.main").click();
  await page.waitForURL(/\/orders\/o\d+$/);
  await page.locator("summary").click();
  await checks.page(page, `${name}-large-order`);
  await page.locator("details button").click();
  await page.locator(".step.stopped").waitFor();
  checks.is(name, "a cancelled order shows its refund", await page.locator(".notice.good").isVisible());
  await checks.page(page, `${name}-cancelled`);
}

// Looking around, and taking something by its card.
export async function chooseAnOffer(page, checks, name) {
  await page.goto("/");
  await say(page, "附近有什么咖啡");
  await page.locator(".offer").first().waitFor();
  await checks.page(page, `${name}-1-offers`);
  const item = await page.locator(".offer h2").first().innerText();
  await page.locator(".offer button").first().click();
  await page.locator('a[href^="/quotes/"]').last().click();
  await page.waitForURL(/\/quotes\//);
  checks.is(name, "the bill holds what was chosen", (await page.locator(".bill").innerText()).includes(item));
  await page.locator(".act .button.plain").click();
  await page.waitForURL(/\/(#.*)?$/);
  await checks.page(page, `${name}-2-declined`);
}

// What is not there, is said so, and leads on.
export async function refusals(page, checks, name) {
  for (const path of ["/nowhere", "/quotes/q999999999", "/orders/o999999999", "/errors", "/errors/shop_full"]) {
    const answer = await page.goto(path);
    const expected = path.startsWith("/errors") ? 200 : 404;
    checks.is(name, `${path} answers ${expected}, not ${answer.status()}`, answer.status() === expected);
    await checks.page(page, `${name}${path.replaceAll("/", "-")}`);
  }
}

// Everything that the first page brings, as it goes over the wire.
export async function firstPageWeight(page, checks, name) {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  let bytes = 0;
  let files = 0;
  wire.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
    files += 1;
  });
  await page.goto("/", { waitUntil: "networkidle" });
  console.log(`first page: ${bytes} bytes in ${files} files`);
  checks.is(name, `the first page weighs ${bytes} bytes`, files >= 3 && bytes < FIRST_PAGE_BYTES_MAX);
}
