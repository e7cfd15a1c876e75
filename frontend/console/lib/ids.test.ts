import { expect, test } from "vitest";
import { placeOf, shortId } from "./ids";

const CODE = "01h455vb4pex5vsknk084sn02q";

test("a pasted id has its page, spaces around it or not", () => {
  expect(placeOf(` job_${CODE}\n`)).toEqual({ id: `job_${CODE}`, noun: "job", href: `/jobs/job_${CODE}` });
  expect(placeOf(`dlv_${CODE}`)?.href).toBe(`/deliveries/dlv_${CODE}`);
});

test.each(["", "jobs", "job_1", `nope_${CODE}`, `job_${CODE.toUpperCase()}`, `job_9${CODE.slice(1)}`])(
  "%j is no id that has a page",
  (text) => expect(placeOf(text)).toBeNull(),
);

test("the short form keeps the random end", () => {
  expect(shortId(`job_${CODE}`)).toBe("job_…84sn02q");
});
