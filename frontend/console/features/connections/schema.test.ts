// @vitest-environment node
import { describe, expect, test } from "vitest";
import { fieldsOf, labelOf, missingOf, takesConsent, valuesOf, type Schema } from "./schema";

const TWO_KINDS: Schema = {
  type: "object",
  properties: {
    auth: { type: "string", enum: ["private_app", "oauth"], default: "private_app", writeOnly: true },
    token: { type: "string", writeOnly: true },
    client_id: { type: "string", writeOnly: true },
    client_secret: { type: "string", writeOnly: true },
    access_token: { type: "string", writeOnly: true },
    refresh_token: { type: "string", writeOnly: true },
  },
  allOf: [
    { if: { properties: { auth: { const: "private_app" } } }, then: { required: ["token"] } },
    {
      if: { properties: { auth: { const: "oauth" } } },
      then: { required: ["refresh_token", "client_id", "client_secret"] },
    },
  ],
};

describe("fields of a schema", () => {
  test("only those of the chosen kind of credentials are shown", () => {
    expect(fieldsOf(TWO_KINDS, {}).map((field) => field.name)).toEqual(["auth", "token"]);
    expect(fieldsOf(TWO_KINDS, { auth: "oauth" }).map((field) => field.name)).toEqual([
      "auth",
      "client_id",
      "client_secret",
      "refresh_token",
    ]);
  });

  test("secrets are hidden while they are typed, names are not", () => {
    const kinds = Object.fromEntries(fieldsOf(TWO_KINDS, { auth: "oauth" }).map((f) => [f.name, f.kind]));
    expect(kinds).toEqual({
      auth: "choice",
      client_id: "text",
      client_secret: "secret",
      refresh_token: "secret",
    });
  });

  test("a value that may be null is asked for as what it is otherwise", () => {
    const schema: Schema = {
      properties: { company: { anyOf: [{ type: "integer" }, { type: "null" }], description: "company id" } },
    };
    expect(fieldsOf(schema, {})).toMatchObject([{ kind: "number", hint: "company id", required: false }]);
    expect(valuesOf(schema, { company: "3" })).toEqual({ company: 3 });
  });
});

test("empty fields and those of another kind are not sent", () => {
  expect(valuesOf(TWO_KINDS, { token: "abc", client_id: "left over", refresh_token: "" })).toEqual({
    token: "abc",
  });
});

test("required fields that are empty are named", () => {
  expect(missingOf(TWO_KINDS, { auth: "oauth", client_id: "x" })).toEqual(["client_secret", "refresh_token"]);
});

test("consent is offered where a refresh token is kept", () => {
  expect(takesConsent(TWO_KINDS)).toBe(true);
  expect(takesConsent({ properties: { token: { type: "string" } } })).toBe(false);
});

test("labels are words", () => {
  expect(labelOf("client_id")).toBe("Client ID");
  expect(labelOf("base_url")).toBe("Base URL");
});
