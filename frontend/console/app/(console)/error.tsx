"use client";

import { Page } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";

export default function ConsoleError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <Page>
      <h1 className="sr-only">Something went wrong</h1>
      <ProblemNotice problem={error} onRetry={reset} />
    </Page>
  );
}
