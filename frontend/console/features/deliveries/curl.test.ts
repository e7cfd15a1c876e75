import { expect, it } from "vitest";
import { curlOf } from "./curl";

const request = {
  url: "https://partner.example.com/it's",
  headers: [
    { name: "content-length", value: "2" },
    { name: "webhook-id", value: "evt_1" },
    { name: "authorization", value: null },
  ],
  body: `{"a":"it's"}`,
  body_bytes: 12,
  sent: true,
  endpoint_unchanged: true,
  signing: { signed_prefix: "evt_1.1.", signatures: null, unavailable_because: null },
};

it("quotes for the shell, leaves out what curl makes itself, and names what is secret", () => {
  expect(curlOf(request)).toBe(
    [
      String.raw`curl -X POST 'https://partner.example.com/it'\''s' ` + "\\",
      String.raw`  -H 'webhook-id: evt_1' ` + "\\",
      String.raw`  -H "authorization: $AUTHORIZATION" ` + "\\",
      String.raw`  --data-binary '{"a":"it'\''s"}'`,
    ].join("\n"),
  );
});

it("sends no body when the event is not kept any more", () => {
  expect(curlOf({ ...request, body: null })).not.toContain("--data-binary");
});
