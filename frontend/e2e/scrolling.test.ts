import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, operator } from "./browser";
import { api, makeDeliveries, receiverAnswers } from "./hub";

/** HUB_E2E_ROWS=100000 takes some minutes, and prints how long frames took. */
const ROWS = Number(process.env.HUB_E2E_ROWS ?? 3_000);
const PER_ROW_MS = 20;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test(
  `a list of ${ROWS} rows is scrolled to its end with few of them in the document`,
  async () => {
    const { id } = await api<{ id: string }>("POST", "/endpoints", {
      url: await receiverAnswers("/archive", 200),
      description: "The archive",
      event_types: ["archive.never"],
    });
    await makeDeliveries(id, ROWS);
    const visit = await operator(browser);
    const { page } = visit;
    await page.goto(`/deliveries?endpoint_id=${id}`);
    const grid = page.getByRole("grid", { name: "Deliveries" });
    await grid.getByRole("row").nth(20).waitFor();

    const seen = await scrolledThrough(page);

    expect(seen.rows).toBe(ROWS);
    expect(seen.mostInDocument).toBeLessThan(120);
    process.stderr.write(`${ROWS} rows: ${JSON.stringify(seen)}\n`);
    await visit.end();
  },
  60_000 + ROWS * PER_ROW_MS,
);

type Seen = {
  rows: number;
  mostInDocument: number;
  frames: number;
  p50: number;
  p99: number;
  longest: number;
  heapMb: number;
};

/** Scrolls on as fast as pages come; frame times in ms. */
function scrolledThrough(page: Page): Promise<Seen> {
  return page.evaluate(async () => {
    const grid = document.querySelector("[role=grid][aria-label=Deliveries]") as HTMLElement;
    const frame = () => new Promise<number>((shown) => requestAnimationFrame(shown));
    const took: number[] = [];
    let mostInDocument = 0;
    let before = await frame();
    for (;;) {
      grid.scrollTop += grid.clientHeight * 0.8;
      const now = await frame();
      took.push(now - before);
      before = now;
      mostInDocument = Math.max(mostInDocument, grid.querySelectorAll("[role=row]").length);
      const rows = Number(grid.getAttribute("aria-rowcount")) - 1;
      const atEnd = grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 2;
      if (rows > 0 && atEnd) {
        took.sort((one, other) => one - other);
        const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0);
        const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
        const heapMb = Math.round(memory.usedJSHeapSize / 1e6);
        return {
          rows,
          mostInDocument,
          frames: took.length,
          p50: at(0.5),
          p99: at(0.99),
          longest: at(1),
          heapMb,
        };
      }
    }
  });
}
