import { describe, expect, it } from "vitest";
import { listParams, replayFilter, replayOf } from "./query";

const NOW = Date.parse("2026-03-01T12:00:00Z");

describe("the list's filters", () => {
  it("ask the API for what is set, and for nothing else", () => {
    expect(
      listParams({ status: ["cancelled", "dead"], status_code: "5xx", time: "1h", error: null }, NOW),
    ).toEqual({
      status: ["dead", "cancelled"],
      status_code: "5xx",
      created_after: "2026-03-01T11:00:00.000Z",
    });
    expect(listParams({ status: ["nonsense"] }, NOW)).toEqual({});
  });

  it("become the replay of the same deliveries", () => {
    expect(replayFilter({ status: ["dead"], replay_id: "rpl_1", event_type: "order.paid" }, NOW)).toEqual({
      filter: { status: ["dead"], replay_id: "rpl_1", event_type: "order.paid" },
    });
    expect(replayFilter({ status: ["cancelled", "delivered"] }, NOW)).toEqual({
      filter: { status: ["cancelled", "delivered"] },
    });
  });

  it("replay what failed when no state is chosen, never what was delivered", () => {
    expect(replayFilter({}, NOW)).toEqual({ filter: { status: ["dead", "cancelled"] } });
  });

  it("say why there is no replay of what a replay cannot select", () => {
    for (const query of [{ job_id: "job_1" }, { status: ["pending"] }, { status: ["dead", "held"] }]) {
      expect(replayFilter(query, NOW)).toHaveProperty("impossible");
    }
  });

  it("take selected rows whatever became of them", () => {
    expect(replayOf(["dlv_1"])).toEqual({
      delivery_ids: ["dlv_1"],
      status: ["dead", "cancelled", "delivered"],
    });
  });
});
