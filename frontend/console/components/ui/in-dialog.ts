import { createContext } from "react";

/** Whether it is drawn in a dialog: what opens above one has to be modal itself, or its list cannot be scrolled. */
export const InDialog = createContext(false);
