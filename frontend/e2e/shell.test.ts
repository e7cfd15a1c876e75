import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, launch, operator, PHONE, settled, type Visit } from "./browser";
import { control } from "./hub";

let browser: Browser;
let visit: Visit;
beforeAll(async () => {
  browser = await launch();
  visit = await operator(browser);
  await visit.page.goto("/");
  await settled(visit.page);
});
afterAll(() => browser.close());

test("the keys open search and help, and go to pages", async () => {
  const { page } = visit;

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.waitFor();
  expect(await keys.innerText()).toContain("Show these keys");
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "hidden" });

  await page.keyboard.press("/");
  const search = page.getByRole("dialog").getByRole("combobox");
  await search.fill("Connections");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Connections" }).waitFor();

  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
});

test("the page says that it polls when the stream is killed, and that it is live once it is back", async () => {
  const { page } = visit;
  // The stream goes away under the page: that its requests fail is the point.
  visit.forgive(
    /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE|ERR_EMPTY|WebSocket|\/stream\/v1/,
  );
  await page.getByRole("button", { name: /^Stream: Live/ }).waitFor();

  await control("kill", "realtime");
  await page.getByRole("button", { name: /^Stream: Polling/ }).waitFor({ timeout: 60_000 });

  await control("start", "realtime");
  await page.getByRole("button", { name: /^Stream: Live/ }).waitFor({ timeout: 90_000 });
});

test("on a phone the pages are behind a button, and nothing is wider than the screen", async () => {
  const { page } = visit;
  await page.setViewportSize(PHONE);

  await page.getByRole("banner").getByRole("button", { name: "Pages" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Connections" }).click();
  await page.getByRole("heading", { level: 1, name: "Connections" }).waitFor();

  expect(await faults(page)).toEqual([]);
  await visit.end();
});
