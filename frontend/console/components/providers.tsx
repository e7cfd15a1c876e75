"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState, type ReactNode } from "react";
import { Toaster } from "sonner";
import { makeQueryClient } from "@/lib/query-client";
import { TooltipProvider } from "./ui/tooltip";

/** What every page stands on: queries, theme, address state, tooltips, toasts. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return (
    <ThemeProvider attribute="data-theme" enableSystem disableTransitionOnChange nonce={nonce}>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <TooltipProvider>{children}</TooltipProvider>
          <Toaster
            position="bottom-right"
            toastOptions={{
              style: {
                background: "var(--surface)",
                color: "var(--fg)",
                borderColor: "var(--line-strong)",
                fontSize: 13,
              },
            }}
          />
        </NuqsAdapter>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
