import type { OverviewOut } from "@hub/client";
import { TimeSeries } from "@/components/charts/time-series";
import { Card } from "@/components/ui/page-header";

/** Jobs and deliveries of the last hour, by minute. */
export function Rates({ overview }: { overview: OverviewOut }) {
  const { jobs, deliveries } = overview;
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <Card>
        <TimeSeries
          title="Jobs"
          unit="ended per minute, last hour"
          at={jobs.series.map((point) => point.at)}
          series={[
            { name: "Succeeded", tone: "ok", values: jobs.series.map((point) => point.succeeded) },
            { name: "Failed", tone: "bad", values: jobs.series.map((point) => point.failed + point.expired) },
            { name: "Cancelled", tone: "idle", values: jobs.series.map((point) => point.cancelled) },
          ]}
        />
      </Card>
      <Card>
        <TimeSeries
          title="Deliveries"
          unit="attempts per minute, last hour"
          at={deliveries.series.map((point) => point.at)}
          series={[
            { name: "Delivered", tone: "ok", values: deliveries.series.map((point) => point.delivered) },
            { name: "Failed", tone: "bad", values: deliveries.series.map((point) => point.failed) },
          ]}
        />
      </Card>
    </div>
  );
}
