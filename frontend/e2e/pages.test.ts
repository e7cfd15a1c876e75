import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ARTEFACTS,
  DESKTOP,
  faults,
  keep,
  launch,
  operator,
  PHONE,
  settled,
  visitor,
  type Visit,
} from "./browser";
import { pages } from "./pages";
import { seed } from "./seed";

const LOOKS = [
  { colorScheme: "light", size: DESKTOP, called: "light-desktop" },
  { colorScheme: "dark", size: DESKTOP, called: "dark-desktop" },
  // Its colours are those of the one before, its layout that of the one after: a picture is enough.
  { colorScheme: "dark", size: PHONE, called: "dark-phone", seen: true },
  { colorScheme: "light", size: PHONE, called: "light-phone" },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  process.stdout.write(`Screenshots are in ${ARTEFACTS}\n`);
});

test("with nothing in the hub the pages teach, and are accessible in every look", async () => {
  const stranger = await visitor(browser);
  await stranger.page.goto("/sign-in");
  expect(await looks(stranger, "sign-in")).toEqual([]);
  await stranger.end();

  const visit = await operator(browser);
  const wrong: string[] = [];
  for (const path of ["/jobs", "/endpoints", "/deliveries", "/replays", "/sources"]) {
    await visit.page.goto(path);
    wrong.push(...(await looks(visit, `empty${path.replace("/", "-")}`)));
  }
  expect(wrong).toEqual([]);
  await visit.end();
});

test(
  "every page is accessible in every look, quiet and no wider than the screen",
  { timeout: 300_000 },
  async () => {
    const made = await seed();
    const visit = await operator(browser);
    const wrong: string[] = [];
    for (const { name, path, missing } of pages(made)) {
      if (missing) visit.forgive(new RegExp(`(404|${path})`));
      await visit.page.goto(path);
      // All pages are looked at before the test fails.
      wrong.push(...(await looks(visit, name)));
    }
    expect(wrong).toEqual([]);
    await visit.end();
  },
);

/** Keeps pictures of the page that is shown, light and dark, wide and narrow; what is wrong in any of them. */
async function looks({ page }: Visit, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const { colorScheme, size, called, ...look } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(size);
    await settled(page);
    await keep(page, `${name}-${called}`);
    if ("seen" in look) continue;
    wrong.push(...(await faults(page)).map((fault) => `${name}, ${called}: ${fault}`));
  }
  await page.setViewportSize(DESKTOP);
  return wrong;
}
