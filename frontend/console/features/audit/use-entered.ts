"use client";

import { useState } from "react";

/** When the page was entered, in ms. Spans such as "the last hour" count from here, so that pages of a list fit together. */
export function useEntered(): number {
  const [entered] = useState(() => Date.now());
  return entered;
}
