"use client";

import { useState, type FormEvent } from "react";
import { Logo } from "@/components/shell/logo";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { signIn } from "./sign-in-request";

/** E-mail and password; who belongs to several tenants chooses one. next: the own path to go to. */
export function SignIn({ next }: { next: string }) {
  const [tenants, setTenants] = useState<string[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const tenant = form.get("tenant");
    const outcome = await signIn({
      email: String(form.get("email")),
      password: String(form.get("password")),
      ...(tenant ? { tenant: String(tenant) } : {}),
    });
    // A full load: the server renders the pages for the new session.
    if (outcome.kind === "signed-in") return window.location.assign(next);
    setBusy(false);
    if (outcome.kind === "choose") setTenants(outcome.tenants);
    else setProblem(outcome.problem);
  }

  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[16dvh]">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center gap-2.5">
          <Logo />
          <h1 className="text-lg font-semibold tracking-tight">Sign in to the hub</h1>
        </div>
        <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
          <Field label="E-mail">
            <Input name="email" type="email" autoComplete="username" required autoFocus />
          </Field>
          <Field label="Password">
            <Input name="password" type="password" autoComplete="current-password" required />
          </Field>
          {tenants.length > 0 && (
            <Field label="Tenant" hint="You belong to several. Choose the one to work in.">
              <Select name="tenant" autoFocus>
                {tenants.map((slug) => (
                  <option key={slug}>{slug}</option>
                ))}
              </Select>
            </Field>
          )}
          {problem !== null && <ProblemNotice problem={problem} />}
          <Button look="primary" type="submit" busy={busy}>
            {tenants.length > 0 ? "Go on" : "Sign in"}
          </Button>
        </form>
        <p className="mt-6 text-xs text-muted">
          No account yet? Whoever runs the hub makes one with{" "}
          <code className="font-mono">hub operator create</code>.
        </p>
      </div>
    </main>
  );
}
