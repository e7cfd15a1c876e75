"use client";

import { useState, type ReactNode } from "react";
import { openTenant, useTenantLeft } from "@/lib/open-tenant";
import { RoleContext } from "@/lib/rights";
import type { Who } from "@/server/session";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Everything of one tenant's pages: their calls say whose they are, and when another tab has changed that, the page says so. */
export function PageTenant({ who: { tenant, role }, children }: { who: Who; children: ReactNode }) {
  // Before anything below asks for something.
  useState(() => openTenant(tenant.id));
  const [read, setRead] = useState(false);
  const left = useTenantLeft();
  const reload = (
    <Button look="primary" onClick={() => window.location.reload()}>
      Load the page again
    </Button>
  );
  return (
    <RoleContext value={role}>
      {children}
      <Dialog
        open={left && !read}
        onOpenChange={() => setRead(true)}
        title="You are signed in to another tenant in another tab"
        footer={reload}
      >
        <p className="text-muted">
          This page still shows {tenant.name}. Nothing more is loaded or changed from here until it is loaded
          again; it then shows the other tenant.
        </p>
      </Dialog>
    </RoleContext>
  );
}
