import { expect, test } from "vitest";
import { counting, type JobPages, missingIds, MOST_COUNTED } from "../src/react/joblist";
import type { JobNews } from "../src/react/news";

const at = (second: number) => new Date(1_770_000_000_000 + second * 1000).toISOString();
const news = (id: string, second: number, tags: string[] = []) =>
  ({ id, created_at: at(second), tags, status: "queued", version: 1 }) as unknown as JobNews;

function pages(next_cursor: string | null): JobPages {
  const data = [news("job_2", 2), news("job_1", 1)];
  return { pages: [{ data, next_cursor }], pageParams: [undefined] } as unknown as JobPages;
}

test("a job is missing that belongs to the list, is not shown, and is not older than what is loaded", () => {
  const told = [news("job_2", 2), news("job_3", 3, ["web"]), news("job_4", 4), news("job_0", 0, ["web"])];

  expect(missingIds(pages("more"), {}, told)).toEqual(["job_3", "job_4"]);
  expect(missingIds(pages(null), { tag: "web" }, told)).toEqual(["job_3", "job_0"]);
  expect(missingIds(pages("more"), { status: ["failed", "queued"] }, told)).toEqual(["job_3", "job_4"]);
  expect(missingIds(pages("more"), { status: ["failed"] }, told)).toEqual([]);
});

test("what is not seen is counted to a thousand, and costs nothing more then", () => {
  const ids = (from: number) => Array.from({ length: 600 }, (_, place) => `job_${from + place}`);
  const some = counting(new Set(), ids(0));
  const full = counting(some, ids(300));

  expect(some.size).toBe(600);
  expect(counting(some, ids(0))).toBe(some);
  expect(full.size).toBe(900);
  expect(counting(full, ids(5000)).size).toBe(MOST_COUNTED);
  const most = counting(full, ids(5000));
  expect(counting(most, ids(9000))).toBe(most);
});
