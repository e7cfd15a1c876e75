"use client";

import { useMutation } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { Logo } from "@/components/shell/logo";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { askSession } from "@/lib/session-request";
import { PASSWORD_MIN } from "./password";

const never = () => () => {};

/** Where an invite's link leads: a password, and one is in. */
export function AcceptInvite() {
  const token = useSyncExternalStore(
    never,
    () => window.location.hash.slice(1),
    () => null,
  );
  const [password, setPassword] = useState("");
  const accept = useMutation({
    mutationFn: () => askSession("/session/invite", { token, password }),
    // A full load: the server renders the pages for the new session.
    onSuccess: () => window.location.assign("/"),
  });
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[16dvh]">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center gap-2.5">
          <Logo />
          <h1 className="text-lg font-semibold tracking-tight">Join the hub</h1>
        </div>
        {token === "" ? (
          <p className="text-muted">
            This address lacks the invite’s token. Open the link as you got it, or ask whoever invited you for
            a new one.
          </p>
        ) : (
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              accept.mutate();
            }}
          >
            <Field
              label="Password"
              hint={`At least ${PASSWORD_MIN} characters. If you are an operator of another tenant already: your own password, which stays.`}
              problem={accept.error}
              path="body.password"
            >
              <Input
                type="password"
                autoComplete="new-password"
                required
                minLength={PASSWORD_MIN}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
                autoFocus
              />
            </Field>
            {accept.error && <ProblemNotice problem={accept.error} />}
            <Button look="primary" type="submit" busy={accept.isPending || accept.isSuccess}>
              Accept the invite
            </Button>
          </form>
        )}
      </div>
    </main>
  );
}
