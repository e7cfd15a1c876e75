import { expect, it } from "vitest";
import { suggestions } from "./event-types";
import { changeOf, EMPTY, newEndpoint } from "./fields";

it("sends what was typed as the API wants it", () => {
  const typed = {
    ...EMPTY,
    url: " https://a.example/ ",
    eventTypes: "order.paid,\njob.*",
    retryScheduleS: "5, 60",
    headers: "X-A: b: c\n\nX-D:e",
  };
  expect(newEndpoint(typed)).toMatchObject({
    url: "https://a.example/",
    event_types: ["order.paid", "job.*"],
    retry_schedule_s: [5, 60],
    rate_per_s: null,
    headers: { "X-A": "b: c", "X-D": "e" },
    auth: null,
  });
});

it("changes only what was edited, and leaves credentials and headers alone", () => {
  const before = { ...EMPTY, headers: null, auth: null, ratePerS: "5" };
  expect(changeOf(before, before)).toEqual({});
  expect(changeOf(before, { ...before, ratePerS: "", ordered: true })).toEqual({
    rate_per_s: null,
    ordered: true,
  });
});

it("sends certificates, channels and the alert channel, and takes stored certificates away on demand", () => {
  const typed = { ...EMPTY, channels: "acme, beta", alertChannel: " ops ", clientCertificate: "PEM\n" };
  expect(newEndpoint(typed)).toMatchObject({
    channels: ["acme", "beta"],
    alert_channel: "ops",
    client_certificate: "PEM",
    private_ca: null,
  });
  const before = { ...EMPTY, clientCertificate: null, privateCa: null };
  expect(changeOf(before, before)).toEqual({});
  expect(changeOf(before, { ...before, clientCertificate: "" })).toEqual({ client_certificate: null });
  expect(changeOf(before, { ...before, privateCa: "CA" })).toEqual({ private_ca: "CA" });
});

it("suggests groups first, without what is covered already", () => {
  const known = ["order.paid", "order.made", "job.failed"];
  expect(suggestions(known, [])).toEqual(["order.*", ...known]);
  expect(suggestions(known, ["order.*"])).toEqual(["job.failed"]);
});
