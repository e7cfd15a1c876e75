import { Page, PageHeader } from "@/components/ui/page-header";
import { DeliveryList } from "@/components/deliveries/delivery-list";

/** What is owed to endpoints, what became of it, and how to send it again. */
export function Deliveries() {
  return (
    <Page fill>
      <PageHeader
        title="Deliveries"
        description="Every event owed to an endpoint. Select some, or all that match, to replay them."
      />
      <DeliveryList />
    </Page>
  );
}
