import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

/** How to reach what `stack.py` runs. */
export type Facts = {
  console: string;
  url: string;
  apiKey: string;
  /** The id of a connection to the echo connector. */
  echo: string;
  email: string;
  password: string;
  receiver: string;
  control: string;
  tryton: { url: string; database: string; username: string; password: string };
};

declare module "vitest" {
  interface ProvidedContext {
    facts: Facts;
  }
}

const repository = resolve(import.meta.dirname, "../..");
const venv = resolve(repository, ".venv/bin/python");

/** One stack for all test files, ended with them; or one that runs already, whose line is in HUB_E2E_STACK. */
export default async function setup(project: TestProject) {
  const running = process.env.HUB_E2E_STACK;
  if (running) return project.provide("facts", JSON.parse(running) as Facts);
  const stack = spawn(existsSync(venv) ? venv : "python3", [resolve(import.meta.dirname, "stack.py")], {
    cwd: import.meta.dirname,
    env: { PYTHONPATH: repository, ...process.env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  project.provide("facts", await facts(stack));
  return async () => {
    const ended = new Promise((done) => stack.once("exit", done));
    stack.stdin.end();
    await ended;
  };
}

function facts(stack: ChildProcess): Promise<Facts> {
  return new Promise((found, failed) => {
    stack.once("exit", (code) => failed(new Error(`The stack ended with code ${code} before it was ready.`)));
    if (stack.stdout) createInterface(stack.stdout).once("line", (line) => found(JSON.parse(line) as Facts));
  });
}
