import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, keep, launch, operator, type Visit } from "./browser";
import { api, receiverAnswers, until } from "./hub";

const STORES = 56;
// With one failure more the breaker of each store's endpoint would open, and hold back what is replayed.
const EVENTS = 9;
const ALL = STORES * EVENTS;

let browser: Browser;
let visit: Visit;
beforeAll(async () => {
  browser = await launch();
  visit = await operator(browser);
});
afterAll(() => browser.close());

test("a receiver breaks, 504 deliveries die, and all are delivered by a paced replay", async () => {
  const { page } = visit;
  const url = await receiverAnswers("/stores", 500);
  for (let store = 1; store <= STORES; store++) {
    await api("POST", "/endpoints", {
      url,
      description: `Store ${String(store).padStart(2, "0")}`,
      event_types: ["stock.changed"],
      retry_schedule_s: [],
    });
  }

  await page.goto("/deliveries?status=dead&event_type=stock.changed&time=1h");
  await page.getByText("No delivery matches").waitFor();
  for (let item = 1; item <= EVENTS; item++) {
    await api("POST", "/events", { type: "stock.changed", data: { item, left: 10 - item } });
  }
  await until("all have died", async () => (await counted("dead")) === ALL);
  await page.reload();
  const table = page
    .getByRole("table", { name: "Deliveries" })
    .or(page.getByRole("grid", { name: "Deliveries" }));
  await table
    .getByText(/^dead$/i)
    .first()
    .waitFor();
  await receiverAnswers("/stores", 200);

  await page.getByRole("checkbox", { name: /all/i }).first().click();
  await page
    .getByRole("region", { name: "Selection" })
    .getByRole("button", { name: "Select all matching" })
    .click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Replay…" }).click();
  const dialog = page.getByRole("dialog", { name: "Deliver again" });
  await dialog.getByRole("button", { name: `Replay ${ALL}` }).waitFor();
  await dialog.getByLabel("Why").fill("The stores' network was down");
  await dialog.getByLabel("Pace").fill("60");
  expect(await faults(page)).toEqual([]);
  await keep(page, "replay-dialog");
  await dialog.getByRole("button", { name: `Replay ${ALL}` }).click();

  await page.getByRole("heading", { level: 1, name: "Replay" }).waitFor();
  await page.getByText(/[1-9]\d* delivered · .*left/).waitFor();
  await keep(page, "replay-under-way");
  await page.getByText(`${ALL} delivered`).first().waitFor({ timeout: 90_000 });
  await page.getByText("Finished").first().waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await counted("delivered")).toBe(ALL);
});

test("the keys move through the list, select, and open", async () => {
  const { page } = visit;
  await page.goto("/deliveries?event_type=stock.changed");
  await page
    .getByText(/^Store \d\d$/)
    .first()
    .waitFor();

  for (const key of ["j", "j", "k", "x"]) await page.keyboard.press(key);
  await page.getByText("1 deliveries selected").or(page.getByText("1 delivery selected")).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");

  await page.waitForURL(/\/deliveries\/dlv_/);
  await visit.end();
});

/** How many deliveries of the stores' events are in this state, up to 1,000. */
async function counted(status: string): Promise<number> {
  let cursor: string | null = null;
  let count = 0;
  do {
    const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const page: { data: unknown[]; next_cursor: string | null } = await api(
      "GET",
      `/deliveries?status=${status}&event_type=stock.changed&limit=200${after}`,
    );
    count += page.data.length;
    cursor = page.next_cursor;
  } while (cursor && count < 1000);
  return count;
}
