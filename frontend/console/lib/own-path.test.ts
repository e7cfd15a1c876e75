import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each(["/jobs", "/jobs?status=failed&q=a%20b", "/jobs/job_1#runs"])("%s is one of ours", (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  null,
  "",
  "jobs",
  "https://evil.test/",
  "//evil.test",
  "/\\evil.test",
  "/\t/evil.test",
  "/.//evil.test",
  "javascript:alert(1)",
  "/sign-in?next=/sign-in",
])("%j leads to the overview", (path) => {
  expect(ownPath(path)).toBe("/");
});
