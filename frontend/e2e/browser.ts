import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { facts } from "./hub";

/** Where screenshots go; not part of the repository. */
export const ARTEFACTS = resolve(
  process.env.HUB_E2E_ARTEFACTS ?? resolve(import.meta.dirname, "../../test-results/console"),
);

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Chromium as the system has it (HUB_CHROMIUM names another). It resolves no name but this machine's. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.HUB_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}

/** A page of its own, without a session, and what goes wrong in it. */
export async function visitor(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: facts.console,
    colorScheme: "light",
    viewport: DESKTOP,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  });
  context.setDefaultTimeout(30_000);
  return new Visit(context, await context.newPage());
}

/** The same with the operator signed in, or somebody else. */
export async function operator(browser: Browser, email?: string): Promise<Visit> {
  const visit = await visitor(browser);
  await signIn(visit, email);
  return visit;
}

/** Signs in, as another tab of the same browser does. */
export async function signIn(visit: Visit, email = facts.email): Promise<void> {
  const answer = await visit.context.request.post("/session", {
    data: { email, password: facts.password },
    headers: { Origin: facts.console },
  });
  expect(answer.status()).toBe(204);
}

/** A page, and everything in it that nobody wants: errors in its console, requests that fail or leave the machine. */
export class Visit {
  readonly wrong: string[] = [];
  private readonly forgiven: RegExp[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on("console", (message) => {
      if (message.type() === "error") this.note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => this.note(`page: ${error.message}`));
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // A page that is left drops what it was loading.
      if (why !== "net::ERR_ABORTED") this.note(`failed: ${request.method()} ${request.url()} ${why}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.note(`answered ${response.status()}: ${response.url()}`);
    });
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const here = hostname === "127.0.0.1" || protocol === "data:" || protocol === "blob:";
      if (!here) this.note(`leaves the machine: ${request.url()}`);
    });
  }

  /** What goes wrong on purpose from now on. */
  forgive(...what: RegExp[]): void {
    this.forgiven.push(...what);
  }

  /** Closes it; fails when something went wrong in it. */
  async end(): Promise<void> {
    await this.context.close();
    expect(this.wrong).toEqual([]);
  }

  private note(what: string): void {
    if (!this.forgiven.some((pattern) => pattern.test(what))) this.wrong.push(what);
  }
}

/** Nothing is loading any more and no skeleton is shown. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.locator("main").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[data-skeleton], [aria-busy=true]") === null);
}

/** What axe finds wrong with the page by WCAG 2.1 A and AA, and how many pixels it is wider than the screen. */
export async function faults(page: Page): Promise<string[]> {
  // Next.js takes the old title out before it puts the new one in.
  await page.waitForFunction(() => document.title !== "");
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} (${node.failureSummary})`),
  );
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return overhang > 0 ? [...found, `${overhang} px wider than the screen`] : found;
}

/** Keeps a picture of the page; name: with the look, say `overview-dark-phone`. */
export async function keep(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: resolve(ARTEFACTS, `${name}.png`), animations: "disabled" });
}
