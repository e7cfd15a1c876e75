"use client";

import { useGetSettings } from "@hub/client/react";
import { Page, PageHeader } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { SettingsForm } from "./settings-form";

/** What counts for the whole tenant. */
export function Settings() {
  const settings = useGetSettings();
  return (
    <Page>
      <PageHeader title="Settings" description="What counts for the whole tenant. Admins change it." />
      <Loaded query={settings} height={500}>
        {(data) => <SettingsForm settings={data} />}
      </Loaded>
    </Page>
  );
}
