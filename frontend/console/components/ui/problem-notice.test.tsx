import { HubProblem } from "@hub/client";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Field } from "./field";
import { Input } from "./input";
import { ProblemNotice } from "./problem-notice";

const away = new HubProblem({
  status: 503,
  code: "unavailable",
  title: "Service Unavailable",
  detail: "The database cannot be reached; try again.",
  requestId: "r-17",
});
const refused = new HubProblem({
  status: 422,
  code: "invalid_url",
  title: "Unprocessable Entity",
  detail: "Port 9 cannot be used.",
  errors: [{ field: "body.url", code: "invalid_url", detail: "Port 9 cannot be used." }],
});

test("says what happened, what to do and the request's id, and tries again", async () => {
  const onRetry = vi.fn();
  render(<ProblemNotice problem={away} onRetry={onRetry} />);
  expect(screen.getByRole("alert")).toHaveTextContent("The database cannot be reached");
  expect(screen.getByRole("alert")).toHaveTextContent("Nothing that was accepted is lost.");
  expect(screen.getByText("r-17")).toBeVisible();
  const user = userEvent.setup();
  await user.click(screen.getByLabelText("Copy request id"));
  expect(await navigator.clipboard.readText()).toBe("r-17");
  await user.click(screen.getByText("Try again"));
  expect(onRetry).toHaveBeenCalledOnce();
});

test("what would be refused again has no button to try again", () => {
  render(<ProblemNotice problem={refused} onRetry={vi.fn()} />);
  expect(screen.queryByText("Try again")).toBeNull();
});

test("a field shows the API's sentence about it, tied to its control", () => {
  render(
    <Field label="URL" hint="Where events go." problem={refused} path="body.url">
      <Input />
    </Field>,
  );
  const control = screen.getByLabelText("URL");
  expect(control).toBeInvalid();
  expect(control).toHaveAccessibleDescription("Where events go. Port 9 cannot be used.");
});
