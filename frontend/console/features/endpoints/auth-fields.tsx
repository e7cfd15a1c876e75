"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { Auth } from "./fields";

const BLANK: Record<Auth["type"], Auth> = {
  none: { type: "none" },
  basic: { type: "basic", username: "", password: "" },
  oauth2: { type: "oauth2", tokenUrl: "", clientId: "", clientSecret: "", scope: "" },
};

type AuthFieldsProps = { auth: Auth | null; onChange: (auth: Auth) => void; problem: unknown };

/** How the hub proves itself to the receiver, besides the signature. */
export function AuthFields({ auth, onChange, problem }: AuthFieldsProps) {
  if (auth === null) {
    return (
      <div className="flex items-center gap-3 text-muted">
        Credentials stay as they are.
        <Button size="small" onClick={() => onChange(BLANK.none)}>
          Set them anew
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Auth" problem={problem} path="body.auth">
        <Select value={auth.type} onChange={(event) => onChange(BLANK[event.target.value as Auth["type"]])}>
          <option value="none">None: the signature is enough</option>
          <option value="basic">Basic: user and password</option>
          <option value="oauth2">OAuth 2: client credentials</option>
        </Select>
      </Field>
      {auth.type === "basic" && (
        <div className="grid grid-cols-2 gap-4">
          <Field label="User" problem={problem} path="body.auth.basic.username">
            <Input
              value={auth.username}
              onChange={(event) => onChange({ ...auth, username: event.target.value })}
            />
          </Field>
          <Field label="Password" problem={problem} path="body.auth.basic.password">
            <Input
              type="password"
              autoComplete="new-password"
              value={auth.password}
              onChange={(event) => onChange({ ...auth, password: event.target.value })}
            />
          </Field>
        </div>
      )}
      {auth.type === "oauth2" && (
        <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
          <Field label="Token URL" problem={problem} path="body.auth.oauth2.token_url">
            <Input
              type="url"
              value={auth.tokenUrl}
              onChange={(event) => onChange({ ...auth, tokenUrl: event.target.value })}
            />
          </Field>
          <Field label="Scope" optional>
            <Input
              value={auth.scope}
              onChange={(event) => onChange({ ...auth, scope: event.target.value })}
            />
          </Field>
          <Field label="Client id" problem={problem} path="body.auth.oauth2.client_id">
            <Input
              value={auth.clientId}
              onChange={(event) => onChange({ ...auth, clientId: event.target.value })}
            />
          </Field>
          <Field label="Client secret" problem={problem} path="body.auth.oauth2.client_secret">
            <Input
              type="password"
              autoComplete="new-password"
              value={auth.clientSecret}
              onChange={(event) => onChange({ ...auth, clientSecret: event.target.value })}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
