import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, keep, launch, operator, PHONE, type Visit } from "./browser";
import { api, until } from "./hub";

let browser: Browser;
let visit: Visit;
let source: { id: string; address: string };
beforeAll(async () => {
  browser = await launch();
  visit = await operator(browser);
  source = await api("POST", "/sources", { name: "till", preset: "unsigned", options: { type: "sold" } });
});
afterAll(async () => {
  await visit.end();
  await browser.close();
});

function sold(order: unknown): Promise<Response> {
  return fetch(source.address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ order }),
  });
}

test("a mapping is added by its form, and an event starts a job by it", async () => {
  const { page } = visit;
  await page.goto(`/sources/${source.id}`);
  await page.getByRole("tab", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Add a mapping" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill("note");
  await page.getByLabel("Connection").click();
  await page.getByRole("option", { name: /echo/i }).first().click();
  await page.getByLabel("Operation").click();
  await page.getByRole("option", { name: /echo/i }).first().click();
  await page.getByRole("button", { name: /^Fill with what/ }).click();
  await page.getByLabel("Input", { exact: true }).fill('{"message": {"$pointer": "payload"}}');
  visit.forgive(/answered 422/, /status of 422/);
  await page.getByRole("button", { name: "Add the mapping" }).click();
  await page
    .getByText("pointer", { exact: false })
    .and(page.getByRole("alert").locator("*"))
    .first()
    .waitFor();

  await page.getByLabel("Input", { exact: true }).fill('{"message": {"$pointer": "/payload/order"}}');
  expect(await faults(page)).toEqual([]);
  await keep(page, "source-mapping-dialog-light-desktop");
  await page.getByRole("button", { name: "Add the mapping" }).click();
  await page.getByRole("heading", { name: "note" }).waitFor();
  await page.getByText("starts echo on").waitFor();
  expect(await faults(page)).toEqual([]);
  await keep(page, "source-mappings-light-desktop");

  expect((await sold("SO-1")).status).toBe(200);
  const job = await until("the event has started a job", async () => {
    const { data } = await api<{ data: { output: { message: unknown } | null }[] }>(
      "GET",
      "/jobs?status=succeeded&limit=50",
    );
    return data.find((each) => each.output?.message === "SO-1");
  });
  expect(job).toBeDefined();
});

test("a mapping is changed and removed", async () => {
  const { page } = visit;
  await page.setViewportSize(PHONE);
  await keep(page, "source-mappings-light-phone");
  await page.getByRole("button", { name: "Change the mapping note" }).click();
  expect(await faults(page)).toEqual([]);
  await keep(page, "source-mapping-dialog-light-phone");
  await page.getByLabel("Events", { exact: true }).fill("sold");
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await page.getByText("sold starts echo on").waitFor();

  await page.getByRole("button", { name: "Remove the mapping note" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText("None: its events only go to endpoints and streams.", { exact: false }).waitFor();
  expect((await api<{ mappings: unknown[] }>("GET", `/sources/${source.id}`)).mappings).toEqual([]);
});
