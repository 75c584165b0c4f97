// A server of our own for the time of the tests: fresh data, a free port, a pinned noon when the shops are open.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const NOON = "2026-02-06T12:00:00+08:00";
const READY_MS = 20_000;

export async function serve(given) {
  const target = process.env.CARGO_TARGET_DIR || join(ROOT, "target");
  const bin = [given, join(target, "release/xiaoer"), join(target, "debug/xiaoer")].find((path) => path && existsSync(path));
  if (!bin) throw new Error("no server to test: build it first, or name it with --bin");
  const data = mkdtempSync(join(tmpdir(), "xiaoer-data-"));
  const address = `127.0.0.1:${await freePort()}`;
  const env = { ...process.env, XIAOER_NOW: NOON };
  const child = spawn(bin, ["serve", "--data", data, "--listen", address], { env, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  await ready(`http://${address}/healthz`, child).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url: `http://${address}`, stop };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready(url, child) {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server was not ready in time");
}
