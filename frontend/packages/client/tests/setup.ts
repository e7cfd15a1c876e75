import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

export type HubFacts = {
  url: string;
  streamUrl: string;
  apiKey: string;
  connection: string;
  control: string;
};

declare module "vitest" {
  interface ProvidedContext {
    hub: HubFacts;
  }
}

const repository = resolve(import.meta.dirname, "../../../..");
const venv = resolve(repository, ".venv/bin/python");

/** One real hub for all test files, ended with them. */
export default async function setup(project: TestProject) {
  const python = existsSync(venv) ? venv : "python3";
  const hub = spawn(python, [resolve(import.meta.dirname, "stack.py")], {
    cwd: import.meta.dirname,
    env: { PYTHONPATH: repository, ...process.env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  project.provide("hub", await facts(hub));
  return async () => {
    const ended = new Promise((done) => hub.once("exit", done));
    hub.stdin.end();
    await ended;
  };
}

function facts(hub: ChildProcess): Promise<HubFacts> {
  return new Promise((found, failed) => {
    hub.once("exit", (code) => failed(new Error(`The hub ended with code ${code} before it was ready.`)));
    if (hub.stdout) createInterface(hub.stdout).once("line", (line) => found(JSON.parse(line) as HubFacts));
  });
}
