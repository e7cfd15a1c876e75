import { Page, PageHeader } from "@/components/ui/page-header";

export default function OverviewPage() {
  return (
    <Page>
      <PageHeader title="Overview" />
    </Page>
  );
}
