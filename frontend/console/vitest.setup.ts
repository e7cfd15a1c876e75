import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

/* What jsdom lacks and Radix or the virtualizer call. */
if (typeof window !== "undefined") {
  class QuietObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  window.ResizeObserver ??= QuietObserver as unknown as typeof ResizeObserver;
  window.matchMedia ??= ((media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  })) as unknown as typeof window.matchMedia;
  // There is no layout: every scroller is as high as 20 rows of a table.
  Object.defineProperty(Element.prototype, "clientHeight", { get: () => 720, configurable: true });
  Object.defineProperty(Element.prototype, "clientWidth", { get: () => 1000, configurable: true });
  Element.prototype.scrollTo = () => {};
  Element.prototype.scrollIntoView ??= () => {};
  Element.prototype.hasPointerCapture ??= () => false;
  Element.prototype.releasePointerCapture ??= () => {};
}
