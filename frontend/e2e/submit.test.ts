import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, launch, operator, type Visit } from "./browser";
import { api, control, facts, receiverAnswers } from "./hub";

let browser: Browser;
let visit: Visit;
beforeAll(async () => {
  browser = await launch();
  visit = await operator(browser);
});
afterAll(() => browser.close());

test("an ERP is connected by its form, and its answer is waited for", async () => {
  const { page } = visit;
  await page.goto("/connections/new");
  await page.getByRole("searchbox", { name: "Search connectors" }).fill("tryton");
  await page.getByRole("button", { name: /^Tryton/ }).click();

  await page.getByLabel("Name", { exact: true }).fill("Order desk");
  await page.getByLabel("Address", { exact: true }).fill(facts.tryton.url);
  await page.getByLabel("Database", { exact: true }).fill(facts.tryton.database);
  await page.getByLabel("Username", { exact: true }).fill(facts.tryton.username);
  await page.getByLabel("Password", { exact: true }).fill(facts.tryton.password);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Connect and check" }).click();

  await page.getByRole("heading", { level: 1, name: "Order desk" }).waitFor();
  await page.getByText("Tryton answers. Order desk is connected.").waitFor();
});

test("a job is submitted by its form and seen live until its deliveries are made", async () => {
  const { page } = visit;
  await api("POST", "/endpoints", {
    url: await receiverAnswers("/order-desk", 200),
    description: "Order desk's partner",
    event_types: ["job.succeeded"],
  });

  await page.getByRole("link", { name: "Submit", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "Submit a job" }).waitFor();
  await page.getByLabel("Connection").click();
  await page.getByRole("option", { name: /Order desk/ }).click();
  await page.getByLabel("Operation").click();
  await page.getByRole("option", { name: /customer\.create/ }).click();
  await page.getByRole("textbox", { name: /^Name/ }).waitFor();
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "nothing was submitted" }).waitFor();

  await page.getByRole("textbox", { name: /^Name/ }).fill("Emmy Noether");
  await page.getByRole("button", { name: "Submit", exact: true }).click();

  await page.getByRole("heading", { name: "Your job" }).waitFor();
  await page
    .getByText(/^succeeded$/i)
    .first()
    .waitFor();
  await page.getByText("Final", { exact: true }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("link", { name: "Open the job" }).click();
  await page.getByText("Order desk's partner").first().waitFor();
  await page
    .getByText(/^delivered$/i)
    .first()
    .waitFor();
});

test("a job's page polls while the stream is dead, is live again when it is back, and stops the job when asked", async () => {
  const { page } = visit;
  visit.forgive(
    /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE|ERR_EMPTY|WebSocket|\/stream\/v1/,
  );
  const job = await api<{ id: string }>("POST", "/jobs", {
    connection_id: facts.echo,
    operation: "echo",
    input: { message: "slow", sleep_ms: 110_000, steps: 220 },
    timeout_s: 120,
  });
  await page.goto(`/jobs/${job.id}`);
  const main = page.getByRole("main");
  await main.getByRole("status").getByText("Live", { exact: true }).waitFor();

  await control("kill", "realtime");
  await main.getByRole("status").getByText("Polling", { exact: true }).waitFor({ timeout: 60_000 });
  const seen = await main
    .getByText(/step \d+ of 220/)
    .first()
    .innerText();
  // It still moves.
  await page.waitForFunction((then) => !document.querySelector("main")?.textContent?.includes(then), seen);

  await control("start", "realtime");
  await main.getByRole("status").getByText("Live", { exact: true }).waitFor({ timeout: 60_000 });

  await main.getByRole("button", { name: "Cancel" }).click();
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("dialog"))
    .getByRole("button", { name: /^Cancel/ })
    .click();
  await main
    .getByText(/^cancelled$/i)
    .first()
    .waitFor();
  await visit.end();
});
