"use client";

import { HubProvider, useSubmitJob } from "@hub/client/react";
import { QueryClient } from "@tanstack/react-query";
import { submit, ticket } from "./hub";

const queryClient = new QueryClient();

export default function Page() {
  return (
    <HubProvider queryClient={queryClient} getTicket={ticket}>
      <Submission />
    </HubProvider>
  );
}

function Submission() {
  const { submit: send, job, transport, error, isPending } = useSubmitJob({ with: submit });
  return (
    <form action={async (form) => void (await send(String(form.get("message"))))}>
      <label>
        Message <input name="message" required />
      </label>
      <button disabled={isPending}>Submit</button>
      {job && (
        <output>
          {job.status} {job.progress?.message} ({transport}) {job.output && JSON.stringify(job.output)}
        </output>
      )}
      {error && <p role="alert">{error.message}</p>}
    </form>
  );
}
