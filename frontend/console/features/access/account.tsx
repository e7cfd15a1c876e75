"use client";

import { useGetMe } from "@hub/client/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { KeyValue } from "@/components/ui/key-value";
import { Card, Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { askSession } from "@/lib/session-request";
import { PASSWORD_MIN } from "./password";
import { meaningOf } from "./roles";

/** Who looks, and their password. */
export function Account() {
  const me = useGetMe();
  return (
    <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-2">
      <Section title="You">
        <Card>
          <Loaded query={me} height={80}>
            {({ email, role, tenant }) => (
              <KeyValue
                entries={[
                  ["E-mail", email],
                  ["Role", role && `${role}. ${meaningOf(role)}`],
                  ["Tenant", `${tenant.name} (${tenant.slug})`],
                ]}
              />
            )}
          </Loaded>
        </Card>
      </Section>
      <Section title="Password">
        <Card>
          <PasswordForm />
        </Card>
      </Section>
    </div>
  );
}

function PasswordForm() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation({
    mutationFn: () => askSession("/session/password", { current_password: current, new_password: next }),
    onSuccess: () => {
      setCurrent("");
      setNext("");
      toast.success("Your password is changed. Every other session is signed out.");
    },
  });
  return (
    <Form
      submit="Change the password"
      onSubmit={() => change.mutate()}
      ready={current !== "" && next !== ""}
      busy={change.isPending}
      problem={change.error}
    >
      <Field label="Present password" problem={change.error} path="body.current_password">
        <Input
          type="password"
          required
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field
        label="New password"
        hint={`At least ${PASSWORD_MIN} characters. It counts in all of your tenants.`}
        problem={change.error}
        path="body.new_password"
      >
        <Input
          type="password"
          required
          minLength={PASSWORD_MIN}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
    </Form>
  );
}
