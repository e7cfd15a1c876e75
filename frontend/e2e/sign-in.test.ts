import type { AuditOut } from "@hub/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, launch, operator, settled, visitor } from "./browser";
import { api, facts } from "./hub";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test("whoever is not signed in gets to the page they wanted by signing in", async () => {
  const visit = await visitor(browser);
  const { page } = visit;

  await page.goto("/connections?q=shop");
  await page.getByLabel("E-mail").fill(facts.email);
  await page.getByLabel("Password").fill(facts.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await page.getByRole("heading", { level: 1, name: "Connections" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/connections");
  await visit.end();
});

test("a wrong password is refused in words, and no token is ever in the page's reach", async () => {
  const visit = await visitor(browser);
  const { page } = visit;
  visit.forgive(/401/);

  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(facts.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page
    .getByRole("alert")
    .filter({ hasText: /password/i })
    .waitFor();
  expect(await faults(page)).toEqual([]);

  await page.getByLabel("Password").fill(facts.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  const reach = await page.evaluate(
    () => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }),
  );
  expect(reach).not.toMatch(/hub_session|eyJ|access|refresh/i);
  await visit.end();
});

test("a refused sign-in is in the audit with the address that the console saw, whatever the request claims", async () => {
  const answer = await fetch(`${facts.console}/session`, {
    method: "POST",
    headers: { Origin: facts.console, "X-Forwarded-For": "198.51.100.1" },
    body: JSON.stringify({ email: facts.email, password: "not the password either" }),
  });
  expect(answer.status).toBe(401);
  const refused = await api<{ data: AuditOut[] }>("GET", "/audit?action=sign_in_refused");
  expect(refused.data[0]).toMatchObject({
    actor_name: facts.email,
    reason: "wrong password, from 127.0.0.1",
  });

  const visit = await operator(browser);
  await visit.page.goto("/audit?action=sign_in_refused");
  await visit.page.getByText("Sign in refused").first().click();
  await visit.page.getByRole("dialog").getByText("Nobody was signed in").waitFor();
  expect(await faults(visit.page)).toEqual([]);
  await visit.end();
});

test("signing out ends the session for other tabs, too", async () => {
  const visit = await operator(browser);
  const { page } = visit;
  await page.goto("/");
  await settled(page);
  const other = await visit.context.newPage();
  await other.goto("/");

  await page.getByRole("button", { name: "Operator" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in to the hub" }).waitFor();

  await other.goto("/connections");
  await other.getByRole("heading", { name: "Sign in to the hub" }).waitFor();
  await visit.end();
});
