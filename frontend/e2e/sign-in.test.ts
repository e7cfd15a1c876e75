import type { AuditOut } from "@hub/client";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, launch, operator, settled, signIn, visitor } from "./browser";
import { api, facts, makeOperator } from "./hub";

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

test("a page that another tab has left for a second tenant makes nothing there, says so, and shows that tenant anew", async () => {
  await makeOperator("second", "admin", "second@example.com");
  const visit = await operator(browser);
  const { page } = visit;
  visit.forgive(/409/);
  await page.goto("/endpoints/new");
  await page.getByLabel("URL", { exact: true }).fill("https://example.com/wrong-tenant");

  await signIn(visit, "second@example.com");
  await page.getByRole("button", { name: "Create endpoint" }).click();

  const told = page.getByRole("dialog", { name: "You are signed in to another tenant in another tab" });
  await told.waitFor();
  expect(await faults(page)).toEqual([]);
  const made = await api<{ data: unknown[] }>("GET", "/endpoints?search=wrong-tenant");
  expect(made.data).toEqual([]);
  await told.getByRole("button", { name: "Load the page again" }).click();
  await page.getByRole("banner").getByText("second").waitFor();
  await page.goto("/endpoints");
  await page.getByText("No endpoints yet").waitFor();
  await visit.end();
});

test("a viewer finds what they may not do off, and reads why", async () => {
  await makeOperator("demo", "viewer", "viewer@example.com");
  const visit = await operator(browser, "viewer@example.com");
  const { page } = visit;

  await page.goto("/endpoints");
  const button = page.getByRole("button", { name: "New endpoint" }).first();
  await button.hover();
  await page.getByRole("tooltip", { name: /Your role is viewer; this takes operator/ }).waitFor();
  await page.goto("/endpoints/new");
  await page.getByRole("status").filter({ hasText: "Your role is viewer" }).waitFor();
  expect(await page.getByLabel("URL", { exact: true }).isDisabled()).toBe(true);
  expect(await faults(page)).toEqual([]);
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
