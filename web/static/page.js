// Better with a script, whole without: sends a sentence without leaving the page and lets the answer stream in, keeps a
// form from being sent twice, and lets an order's page follow the order. The server makes all HTML; text is set as text.
"use strict";

const talk = document.getElementById("talk");

function el(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function icon(href) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(space, "use"));
  svg.firstChild.setAttribute("href", href);
  return svg;
}

// What was said, and a bubble that waits for the answer.
function pendingTurn(text) {
  const turn = el("article", "turn new");
  const reply = el("p", "reply dots", talk.dataset.thinking);
  const line = el("div", "replying");
  line.append(icon(talk.dataset.seal), reply);
  turn.append(el("p", "said", text), line);
  talk.append(turn);
  show(turn);
  return { turn, reply };
}

function show(node) {
  node.scrollIntoView({ block: "end" });
}

// The answer is lines of JSON: {"text"} adds to the reply, {"html"} is the whole turn, {"go"} leads elsewhere.
async function* pieces(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value || "")).split("\n");
    rest = lines.pop();
    for (const line of lines) if (line) yield JSON.parse(line);
    if (done) return;
  }
}

async function say(body, text) {
  const { turn, reply } = pendingTurn(text);
  const response = await fetch("/chat", { method: "POST", body, headers: { Accept: "application/x-ndjson" } }).catch(() => null);
  if (!response || !response.body || !(response.headers.get("Content-Type") || "").includes("ndjson")) throw turn;
  let finished = false;
  for await (const piece of pieces(response)) {
    if (piece.go) return void location.assign(piece.go);
    if (piece.text) {
      reply.textContent = reply.classList.replace("dots", "flowing") ? piece.text : reply.textContent + piece.text;
    }
    if (piece.html) {
      turn.outerHTML = piece.html;
      finished = true;
    }
  }
  if (!finished) throw turn;
  document.querySelector(".hello")?.classList.add("hidden");
  document.querySelectorAll("#examples, .flow > .gift").forEach((node) => node.remove());
  refreshSide();
  // The sentence stays in sight above a long answer.
  const last = talk.lastElementChild;
  last.scrollIntoView({ block: last.offsetHeight > innerHeight * 0.6 ? "start" : "end" });
}

// What the buyer has stands beside the talk where there is room, and may have changed with it.
async function refreshSide() {
  const side = document.querySelector(".side");
  side.classList.add("later");
  if (!matchMedia("(min-width: 56rem)").matches) return;
  const response = await fetch("/").catch(() => null);
  if (!response || !response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  side.innerHTML = page.querySelector(".side").innerHTML;
}

let busy = false;
async function onSay(event) {
  event.preventDefault();
  if (busy) return;
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  const text = (body.get("text") || "").trim();
  if (!text) return;
  busy = true;
  const box = document.getElementById("text");
  const typed = event.target.contains(box);
  if (typed) box.value = "";
  try {
    await say(body, text);
  } catch (turn) {
    if (turn.remove) turn.remove();
    talk.querySelectorAll(".failed").forEach((old) => old.remove());
    talk.append(el("p", "notice failed", talk.dataset.failed));
    box.value = text;
    show(talk.lastElementChild);
  }
  busy = false;
}

if (talk && window.TextDecoderStream) {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-say]")) onSay(event);
  });
  const box = document.getElementById("text");
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  });
  talk.lastElementChild?.scrollIntoView({ block: "end" });
}

// A form that moves money is sent once; the server would refuse a second one anyway.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-disabled", "true"));
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-disabled"));
  });
});

// An order that still moves is looked at again, now and then, while somebody looks.
async function follow() {
  const whole = document.querySelector("[data-live]");
  if (!whole) return;
  const open = whole.querySelector("details[open]");
  if (!document.hidden && !open) {
    const response = await fetch(whole.dataset.live).catch(() => null);
    if (response && response.ok) {
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const [fresh, stale] = [page.getElementById("live"), document.getElementById("live")];
      if (fresh && fresh.innerHTML !== stale.innerHTML) stale.innerHTML = fresh.innerHTML;
      if (!page.querySelector("[data-live]")) return;
    }
  }
  setTimeout(follow, 5000);
}
setTimeout(follow, 5000);
