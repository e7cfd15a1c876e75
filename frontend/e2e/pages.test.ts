import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ARTEFACTS, DESKTOP, faults, keep, launch, operator, PHONE, settled, visitor } from "./browser";
import { pages } from "./pages";
import { seed, type Seeded } from "./seed";

const LOOKS = [
  { scheme: "light", size: DESKTOP, called: "light-desktop" },
  { scheme: "dark", size: DESKTOP, called: "dark-desktop" },
  { scheme: "light", size: PHONE, called: "light-phone" },
  { scheme: "dark", size: PHONE, called: "dark-phone" },
] as const;

let browser: Browser;
let made: Seeded;
beforeAll(async () => {
  browser = await launch();
  made = await seed();
});
afterAll(async () => {
  await browser.close();
  process.stdout.write(`Screenshots are in ${ARTEFACTS}\n`);
});

test.each(LOOKS)("every page is accessible, quiet and no wider than the screen: $called", async (look) => {
  const stranger = await visitor(browser, look);
  await stranger.page.goto("/sign-in");
  expect(await faults(stranger.page)).toEqual([]);
  await keep(stranger.page, `sign-in-${look.called}`);
  await stranger.end();

  const visit = await operator(browser, look);
  const wrong: string[] = [];
  for (const { name, path, missing } of pages(made)) {
    if (missing) visit.forgive(new RegExp(`(404|${path})`));
    await visit.page.goto(path);
    await settled(visit.page);
    await keep(visit.page, `${name}-${look.called}`);
    // All pages are looked at before the test fails.
    wrong.push(...(await faults(visit.page)).map((fault) => `${name}: ${fault}`));
  }
  expect(wrong).toEqual([]);
  await visit.end();
});
